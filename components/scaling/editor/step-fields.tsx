import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import type { StepAdjustment, StepConfig } from "@/lib/scaling/policy-schema";

import { StepAlarmFields } from "./step-alarm-fields";
import { StepStaircase } from "./step-staircase";

type Props = {
  policy: StepConfig;
  onChange: (change: Partial<StepConfig>) => void;
  error: (field: string) => string | undefined;
};

/** Adds or removes by how far an alarm's metric is beyond its threshold. */
export function StepFields({ policy, onChange, error }: Props) {
  const { steps, adjustment, alarm } = policy;
  const setStep = (index: number, part: Partial<StepAdjustment>) =>
    onChange({ steps: steps.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Each step" required>
          {(ids) => (
            <Select
              {...ids}
              value={adjustment}
              onChange={({ target }) => onChange({ adjustment: target.value as StepConfig["adjustment"] })}
            >
              <option value="ChangeInCapacity">adds or removes so many</option>
              <option value="PercentChangeInCapacity">adds or removes so many percent</option>
              <option value="ExactCapacity">sets exactly so many</option>
            </Select>
          )}
        </Field>
        <NumberField
          label="Cooldown, seconds"
          optional
          min={0}
          placeholder="300"
          value={policy.cooldownSeconds}
          onChange={(cooldownSeconds) => onChange({ cooldownSeconds })}
          error={error("cooldownSeconds")}
        />
        {adjustment === "PercentChangeInCapacity" ? (
          <NumberField
            label="At least so many"
            optional
            min={1}
            value={policy.minMagnitude}
            onChange={(minMagnitude) => onChange({ minMagnitude })}
            help="A small percentage still changes by this number."
            error={error("minMagnitude")}
          />
        ) : null}
      </div>
      <StepStaircase policy={policy} />
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-sm font-medium">Steps, as distances from the alarm's threshold</legend>
        {steps.map((step, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            key={index}
            className="grid grid-cols-[1fr_1fr_1fr_auto] items-end gap-2 max-sm:grid-cols-2 max-sm:border-border max-sm:border-b max-sm:pb-3"
          >
            <NumberField
              label="From"
              optional
              step="any"
              value={step.lower}
              onChange={(lower) => setStep(index, { lower })}
              error={error(`steps.${index}.lower`)}
            />
            <NumberField
              label="To"
              optional
              step="any"
              value={step.upper}
              onChange={(upper) => setStep(index, { upper })}
              error={error(`steps.${index}.upper`)}
            />
            <NumberField
              label="Change"
              value={step.adjustment}
              onChange={(amount) => setStep(index, { adjustment: amount ?? Number.NaN })}
              error={error(`steps.${index}.adjustment`)}
            />
            <Button
              aria-label={`Remove step ${index + 1}`}
              disabled={steps.length === 1}
              onClick={() => onChange({ steps: steps.filter((_, at) => at !== index) })}
            >
              Remove
            </Button>
          </div>
        ))}
        {error("steps") ? <p className="text-sm text-danger">{error("steps")}</p> : null}
        <Button
          size="sm"
          className="w-fit"
          onClick={() =>
            onChange({ steps: [...steps, { lower: steps.at(-1)?.upper ?? null, upper: null, adjustment: 1 }] })
          }
        >
          Add a step
        </Button>
      </fieldset>
      {alarm ? (
        <StepAlarmFields
          alarm={alarm}
          onChange={(change) => onChange({ alarm: { ...alarm, ...change } })}
          error={(field) => error(`alarm.${field}`)}
        />
      ) : (
        <Callout title="Its alarm is kept elsewhere">
          There is none, there are several, or it does more than start this policy. Change it in CloudWatch; it stays as
          it is.
        </Callout>
      )}
    </>
  );
}
