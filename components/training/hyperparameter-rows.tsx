"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";

import { FormField, fieldId, useFieldError } from "@/components/aws-form/form-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { looksSecret } from "@/lib/secrets/mask";
import { encodeHyperparameters, HYPERPARAMETER_TYPES, hyperparameterError } from "@/lib/training/hyperparameters";
import type { TrainingFormValues } from "@/lib/training/schema";

import { PasteHyperparameters } from "./paste-hyperparameters";

/** What the script gets as `--name value`, each with its type; what is wrong is said while it is typed. */
export function HyperparameterRows() {
  const { control } = useFormContext<TrainingFormValues>();
  const { fields, append, remove, replace } = useFieldArray({ control, name: "hyperparameters" });
  const error = useFieldError("hyperparameters");
  return (
    <Panel title="Hyperparameters" description="The script gets each as --name value.">
      <div className="flex flex-col gap-3">
        {fields.map((field, index) => (
          <Row key={field.id} index={index} onRemove={() => remove(index)} />
        ))}
        {error ? (
          <p id={fieldId("hyperparameters")} tabIndex={-1} className="text-sm text-danger">
            {error}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => append({ name: "", type: "string", value: "" })}>
            <Plus aria-hidden="true" />
            Add a hyperparameter
          </Button>
          <PasteHyperparameters onRows={replace} />
        </div>
      </div>
    </Panel>
  );
}

function Row({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { control, register } = useFormContext<TrainingFormValues>();
  const path = `hyperparameters.${index}` as const;
  const row = useWatch({ control, name: path });
  const submitted = useFieldError(`${path}.value`);
  const isTouched = Boolean(row && (row.name || row.value));
  const problem = row && isTouched ? hyperparameterError(row) : null;
  const isSecret = row ? looksSecret(row.name, row.value) : false;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_7rem_minmax(0,1fr)_auto]">
      <FormField name={`${path}.name`} label={`Name ${index + 1}`} required className="max-sm:col-span-2">
        {(ids) => (
          <Input
            {...ids}
            mono
            autoComplete="off"
            spellCheck={false}
            placeholder="epochs"
            {...register(`${path}.name`)}
          />
        )}
      </FormField>
      <FormField name={`${path}.type`} label={`Type ${index + 1}`} required className="max-sm:col-span-2">
        {(ids) => (
          <Select {...ids} {...register(`${path}.type`)}>
            {HYPERPARAMETER_TYPES.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </Select>
        )}
      </FormField>
      <FormField
        name={`${path}.value`}
        label={`Value ${index + 1}`}
        required
        help={
          submitted ? null : problem ? (
            <span className="text-warning">{problem}</span>
          ) : row && isTouched && !isSecret ? (
            <span className="font-mono break-all">sent as {encodeHyperparameters([row])[row.name]}</span>
          ) : null
        }
      >
        {(ids) => (
          <Input
            {...ids}
            mono
            type={isSecret ? "password" : "text"}
            autoComplete="off"
            spellCheck={false}
            {...register(`${path}.value`)}
          />
        )}
      </FormField>
      <IconButton label={`Remove hyperparameter ${index + 1}`} className="mt-6" onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}
