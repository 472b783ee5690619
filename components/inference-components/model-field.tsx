"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, useFormContext } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Combobox, type ComboboxItem } from "@/components/ui/combobox";
import { useDebounced } from "@/components/ui/use-debounced";
import type { ComponentFormValues } from "@/lib/inference-components/schema";
import { modelQueries } from "@/lib/models/queries";
import type { ModelRow } from "@/lib/models/view";

/** One of SageMaker's models, found by a part of its name. */
export function ModelField() {
  const { id } = useWorkspace();
  const { control } = useFormContext<ComponentFormValues>();
  const [typed, setTyped] = useState("");
  const rested = useDebounced(typed.trim(), 250);
  const models = useQuery(modelQueries.list(id, rested));
  const known = models.data?.items.map(toItem) ?? [];
  return (
    <Controller
      control={control}
      name="modelName"
      render={({ field }) => (
        <FormField
          name="modelName"
          label="Model"
          required
          help={
            models.isError
              ? `The models could not be listed: ${models.error.message}`
              : "Deploying makes models; those with one container can be used here. Type a part of the name."
          }
        >
          {(ids) => (
            <Combobox
              {...ids}
              items={withChosen(known, field.value)}
              value={field.value || null}
              placeholder="Type to find a model"
              onTyped={setTyped}
              onChange={(name) => field.onChange(name ?? "")}
              empty={models.isPending ? "Looking…" : "No model's name contains this."}
            />
          )}
        </FormField>
      )}
    />
  );
}

function toItem({ name, task, source }: ModelRow): ComboboxItem {
  const said = [task, source].filter(Boolean).join(" · ");
  return { value: name, label: name, ...(said && { description: said }) };
}

/** What is chosen stays a choice, also when the list is of others. */
function withChosen(items: ComboboxItem[], chosen: string): ComboboxItem[] {
  if (!chosen || items.some(({ value }) => value === chosen)) return items;
  return [{ value: chosen, label: chosen }, ...items];
}
