"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { EMPTY_CHANNEL } from "@/lib/training/channel-row";
import type { TrainingFormValues } from "@/lib/training/schema";

import { ChannelOptions } from "./channel-options";

/** On phones the button that removes a row stands beside its name, everything else below. */
const WIDE_ON_PHONES = "max-sm:order-1 max-sm:col-span-2";

/** Where the data comes from: each channel becomes a folder that the script finds in SM_CHANNEL_NAME. */
export function ChannelRows() {
  const { control } = useFormContext<TrainingFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "channels" });
  return (
    <Panel
      title="Input channels"
      description="Data from S3. The script finds the folder of the channel train in SM_CHANNEL_TRAIN."
    >
      <div className="flex flex-col gap-4">
        {fields.map((field, index) => (
          <Row key={field.id} index={index} onRemove={() => remove(index)} />
        ))}
        <Button
          size="sm"
          className="self-start"
          onClick={() => append({ ...EMPTY_CHANNEL, name: ["train", "test"][fields.length] ?? "" })}
        >
          <Plus aria-hidden="true" />
          Add a channel
        </Button>
      </div>
    </Panel>
  );
}

function Row({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { register } = useFormContext<TrainingFormValues>();
  const path = `channels.${index}` as const;
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 border-b border-border pb-4 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <legend className="sr-only">Channel {index + 1}</legend>
      <FormField name={`${path}.name`} label={`Channel ${index + 1}`} required>
        {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...register(`${path}.name`)} />}
      </FormField>
      <S3UriField
        name={`${path}.s3Uri`}
        label={`S3 address ${index + 1}`}
        kind="any"
        required
        className={WIDE_ON_PHONES}
        placeholder="s3://bucket/data/train"
      />
      <IconButton label={`Remove channel ${index + 1}`} className="mt-6" onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <ChannelOptions index={index} />
    </fieldset>
  );
}
