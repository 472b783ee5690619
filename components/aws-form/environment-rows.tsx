"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { looksSecret } from "@/lib/secrets/mask";

import { FormField } from "./form-field";

type WithEnvironment = { environment: { name: string; value: string }[] };
type Rows = "environment";

/** Variables for the container, one a row. A value that looks like a token is not shown. `at`: where the form holds them. */
export function EnvironmentRows({ at = "environment" }: { at?: string }) {
  const name = rowsAt(at);
  const { control } = useFormContext<WithEnvironment>();
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Environment variables</legend>
      {fields.map((field, index) => (
        <EnvironmentRow key={field.id} at={name} index={index} onRemove={() => remove(index)} />
      ))}
      <Button size="sm" className="self-start" onClick={() => append({ name: "", value: "" })}>
        <Plus aria-hidden="true" />
        Add a variable
      </Button>
    </fieldset>
  );
}

function EnvironmentRow({ at, index, onRemove }: { at: Rows; index: number; onRemove: () => void }) {
  const { control, register } = useFormContext<WithEnvironment>();
  const row = useWatch({ control, name: `${at}.${index}` });
  const isSecret = row ? looksSecret(row.name, row.value) : false;
  return (
    <div className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
      <FormField name={`${at}.${index}.name`} label={`Name ${index + 1}`} required>
        {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...register(`${at}.${index}.name`)} />}
      </FormField>
      <FormField name={`${at}.${index}.value`} label={`Value ${index + 1}`} required>
        {(ids) => (
          <Input
            {...ids}
            mono
            type={isSecret ? "password" : "text"}
            autoComplete="off"
            spellCheck={false}
            {...register(`${at}.${index}.value`)}
          />
        )}
      </FormField>
      <IconButton label={`Remove variable ${index + 1}`} className="mt-6" onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** Forms with several containers hold rows of the same shape deeper inside, where this component cannot know the path. */
function rowsAt(path: string): Rows {
  return path as Rows;
}
