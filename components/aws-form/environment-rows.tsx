"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { looksSecret } from "@/lib/secrets/mask";

import { FormField } from "./form-field";

type WithEnvironment = { environment: { name: string; value: string }[] };

/** Variables for the container, one a row. A value that looks like a token is not shown. */
export function EnvironmentRows() {
  const { control } = useFormContext<WithEnvironment>();
  const { fields, append, remove } = useFieldArray({ control, name: "environment" });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Environment variables</legend>
      {fields.map((field, index) => (
        <EnvironmentRow key={field.id} index={index} onRemove={() => remove(index)} />
      ))}
      <Button size="sm" className="self-start" onClick={() => append({ name: "", value: "" })}>
        <Plus aria-hidden="true" />
        Add a variable
      </Button>
    </fieldset>
  );
}

function EnvironmentRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { control, register } = useFormContext<WithEnvironment>();
  const row = useWatch({ control, name: `environment.${index}` });
  const isSecret = row ? looksSecret(row.name, row.value) : false;
  return (
    <div className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
      <FormField name={`environment.${index}.name`} label={`Name ${index + 1}`} required>
        {(ids) => (
          <Input {...ids} mono autoComplete="off" spellCheck={false} {...register(`environment.${index}.name`)} />
        )}
      </FormField>
      <FormField name={`environment.${index}.value`} label={`Value ${index + 1}`} required>
        {(ids) => (
          <Input
            {...ids}
            mono
            type={isSecret ? "password" : "text"}
            autoComplete="off"
            spellCheck={false}
            {...register(`environment.${index}.value`)}
          />
        )}
      </FormField>
      <IconButton label={`Remove variable ${index + 1}`} className="mt-6" onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}
