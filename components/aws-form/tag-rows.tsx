"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

import { FormField } from "./form-field";

type WithTags = { tags: { key: string; value: string }[] };

/** Tags for everything that the form makes. */
export function TagRows() {
  const { control, register } = useFormContext<WithTags>();
  const { fields, append, remove } = useFieldArray({ control, name: "tags" });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Tags</legend>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
          <FormField name={`tags.${index}.key`} label={`Key ${index + 1}`} required>
            {(ids) => <Input {...ids} autoComplete="off" {...register(`tags.${index}.key`)} />}
          </FormField>
          <FormField name={`tags.${index}.value`} label={`Value of tag ${index + 1}`}>
            {(ids) => <Input {...ids} autoComplete="off" {...register(`tags.${index}.value`)} />}
          </FormField>
          <IconButton label={`Remove tag ${index + 1}`} className="mt-6" onClick={() => remove(index)}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <Button size="sm" className="self-start" onClick={() => append({ key: "", value: "" })}>
        <Plus aria-hidden="true" />
        Add a tag
      </Button>
    </fieldset>
  );
}
