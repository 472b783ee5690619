"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField, fieldId, useFieldError } from "@/components/aws-form/form-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { RadioTiles } from "@/components/ui/radio-tiles";
import type { UpdateFormValues } from "@/lib/updates/schema";
import { STRATEGIES, STRATEGY_LABELS, type Strategy, strategyRefusal } from "@/lib/updates/strategy";

const DESCRIPTIONS: Record<Strategy, string> = {
  "all-at-once": "New instances start beside the old ones, then all traffic moves.",
  canary: "A small share first, and after a look the rest.",
  linear: "Equal steps, with a look after each.",
  rolling: "Batch by batch: needs the fewest extra instances.",
};

/** A baking period of five minutes is enough for an alarm with periods of one. */
const BAKING_SECONDS = 300;

/** How the traffic moves to what is new. */
export function StrategySection() {
  const { control, register, setValue, getValues } = useFormContext<UpdateFormValues>();
  const values = useWatch({ control }) as UpdateFormValues;
  const error = useFieldError("strategy");
  const after = values.variants.map((each) => ({ ...each, serverless: each.instanceType === null ? {} : null }));

  function choose(strategy: Strategy) {
    setValue("strategy", strategy, { shouldDirty: true });
    // Steps without a look between them are no steps.
    if (strategy !== "all-at-once" && Number(getValues("waitSeconds")) === 0) setValue("waitSeconds", BAKING_SECONDS);
  }

  return (
    <Panel
      title="How the traffic moves"
      description="The endpoint answers all the while. During a baking period alarms are watched, and take the update back."
    >
      <div id={fieldId("strategy")} tabIndex={-1} className="flex flex-col gap-4 outline-none">
        {error ? <p className="text-sm text-danger">{error}</p> : null}
        <RadioTiles
          label="Strategy"
          name="strategy"
          value={values.strategy}
          onChange={choose}
          tiles={STRATEGIES.map((strategy) => {
            const reason = strategyRefusal(strategy, values.running, after);
            return {
              value: strategy,
              label: STRATEGY_LABELS[strategy],
              description: DESCRIPTIONS[strategy],
              disabled: reason !== null && values.strategy !== strategy,
              reason: reason ?? undefined,
            };
          })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <StepField strategy={values.strategy} />
          <FormField
            name="waitSeconds"
            label="Baking period (s)"
            required
            help="After each step; 0 to 3,600. Alarms count only now."
          >
            {(ids) => <Input {...ids} type="number" min={0} max={3600} {...register("waitSeconds")} />}
          </FormField>
          {values.strategy === "rolling" ? null : (
            <FormField
              name="terminationSeconds"
              label="Old instances stay (s)"
              required
              help="After all is moved; 0 to 3,600. Both are paid for."
            >
              {(ids) => <Input {...ids} type="number" min={0} max={3600} {...register("terminationSeconds")} />}
            </FormField>
          )}
          <FormField name="timeoutSeconds" label="Longest time (s)" help="600 to 28,800; then it is rolled back.">
            {(ids) => <Input {...ids} inputMode="numeric" {...register("timeoutSeconds")} />}
          </FormField>
        </div>
        <RetainFields />
      </div>
    </Panel>
  );
}

const STEPS = {
  canary: { name: "canaryPercent", label: "Canary (%)", help: "Of the capacity; up to 50." },
  linear: { name: "linearPercent", label: "Step (%)", help: "Of the capacity; 10 to 50." },
  rolling: { name: "batchPercent", label: "Batch (%)", help: "Of the instances; 5 to 50." },
} as const;

function StepField({ strategy }: { strategy: Strategy }) {
  const { register } = useFormContext<UpdateFormValues>();
  if (strategy === "all-at-once") return null;
  const { name, label, help } = STEPS[strategy];
  return (
    <FormField name={name} label={label} help={help} required>
      {(ids) => <Input {...ids} type="number" min={1} max={50} {...register(name)} />}
    </FormField>
  );
}

const EXCLUDED = [
  { value: "DesiredInstanceCount", label: "but take the instance counts from this form" },
  { value: "DesiredWeight", label: "but take the weights from this form" },
  { value: "DataCaptureConfig", label: "but take the data capture from this form" },
] as const;

function RetainFields() {
  const { control, register, setValue } = useFormContext<UpdateFormValues>();
  const retain = useWatch({ control, name: "retain" });
  const notRetained = useWatch({ control, name: "notRetained" });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">Retained properties</legend>
      <Checkbox
        label="Keep counts, weights and data capture as they are when the update begins"
        help="For endpoints that scale by themselves: otherwise the counts of this form win over what scaling has reached."
        {...register("retain")}
      />
      {retain
        ? EXCLUDED.map(({ value, label }) => (
            <Checkbox
              key={value}
              className="ml-6"
              label={label}
              checked={notRetained.includes(value)}
              onChange={(event) =>
                setValue(
                  "notRetained",
                  event.target.checked ? [...notRetained, value] : notRetained.filter((each) => each !== value),
                  { shouldDirty: true },
                )
              }
            />
          ))
        : null}
    </fieldset>
  );
}
