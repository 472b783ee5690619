"use client";

import { Plus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";

import { FormField, useFieldError } from "@/components/aws-form/form-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Textarea } from "@/components/ui/textarea";
import { formatMeasure, plural } from "@/lib/format/numbers";
import { metricValues, readMetricRegex } from "@/lib/training/metric-regex";
import type { TrainingFormValues } from "@/lib/training/schema";

/** What the transformers Trainer writes, such as {'loss': 0.51, 'learning_rate': 2e-05, 'epoch': 1.0}. */
const TRAINER = [
  { name: "loss", regex: "'loss': ([0-9.e-]+)" },
  { name: "eval_loss", regex: "'eval_loss': ([0-9.e-]+)" },
  { name: "learning_rate", regex: "'learning_rate': ([0-9.e-]+)" },
];

/** Which numbers SageMaker reads from the log, with pasted lines to try them on. */
export function MetricRows() {
  const { control } = useFormContext<TrainingFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "metricDefinitions" });
  const [sample, setSample] = useState("");
  const sampleId = useId();
  return (
    <Panel
      title="Metrics"
      description="Numbers that SageMaker reads from the log: a Python expression whose first group is the value."
    >
      <div className="flex flex-col gap-3">
        {fields.map((field, index) => (
          <Row key={field.id} index={index} sample={sample} onRemove={() => remove(index)} />
        ))}
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => append({ name: "", regex: "" })}>
            <Plus aria-hidden="true" />
            Add a metric
          </Button>
          {fields.length === 0 ? (
            <Button size="sm" variant="ghost" onClick={() => append(TRAINER)}>
              Those of the transformers Trainer
            </Button>
          ) : null}
        </div>
        {fields.length > 0 ? (
          <div className="flex flex-col gap-1">
            <label htmlFor={sampleId} className="text-sm font-medium">
              Log lines to try them on
            </label>
            <Textarea
              id={sampleId}
              mono
              spellCheck={false}
              placeholder="{'loss': 0.5134, 'learning_rate': 2e-05, 'epoch': 1.0}"
              value={sample}
              onChange={(event) => setSample(event.target.value)}
            />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function Row({ index, sample, onRemove }: { index: number; sample: string; onRemove: () => void }) {
  const { control, register } = useFormContext<TrainingFormValues>();
  const path = `metricDefinitions.${index}` as const;
  const regex = useWatch({ control, name: `${path}.regex` });
  const submitted = useFieldError(`${path}.regex`);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
      <FormField name={`${path}.name`} label={`Metric ${index + 1}`} required className="max-sm:col-span-2">
        {(ids) => <Input {...ids} autoComplete="off" spellCheck={false} {...register(`${path}.name`)} />}
      </FormField>
      <FormField
        name={`${path}.regex`}
        label={`Expression ${index + 1}`}
        required
        help={submitted || !regex ? null : <Trial regex={regex} sample={sample} />}
      >
        {(ids) => (
          <Input
            {...ids}
            mono
            autoComplete="off"
            spellCheck={false}
            placeholder="loss: ([0-9.]+)"
            {...register(`${path}.regex`)}
          />
        )}
      </FormField>
      <IconButton label={`Remove metric ${index + 1}`} className="mt-6" onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** What an expression finds in the pasted lines. */
function Trial({ regex, sample }: { regex: string; sample: string }) {
  const read = readMetricRegex(regex);
  if (!read.ok) return <span className="text-warning">{read.problem}</span>;
  const found = sample ? metricValues(read.regex, sample.split("\n")) : [];
  const numbers = found.flatMap(({ value }) => (value === null ? [] : [formatMeasure(value)]));
  const noNumbers = found.length - numbers.length;
  return (
    <span className="flex flex-col">
      {read.caution ? <span className="text-warning">{read.caution}</span> : null}
      {sample === "" ? null : found.length === 0 ? (
        <span>Finds nothing in the pasted lines.</span>
      ) : (
        <span className="break-words">
          Finds <span className="tabular-nums">{numbers.slice(0, 8).join(", ") || "no number"}</span>
          {numbers.length > 8 ? " and more" : null}.
          {noNumbers > 0 ? ` In ${plural(noNumbers, "line")} the group holds no number.` : null}
        </span>
      )}
    </span>
  );
}
