import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { COMPARISONS, type StepAlarm } from "@/lib/scaling/policy-schema";

import { MetricFields } from "./metric-fields";

type Props = {
  alarm: StepAlarm;
  onChange: (change: Partial<StepAlarm>) => void;
  error: (field: string) => string | undefined;
};

const WORDS = {
  GreaterThanOrEqualToThreshold: "at or above",
  GreaterThanThreshold: "above",
  LessThanOrEqualToThreshold: "at or below",
  LessThanThreshold: "below",
} as const;
const MISSING = {
  missing: "keeps the alarm waiting for data",
  ignore: "leaves the alarm as it is",
  breaching: "counts as beyond the threshold",
  notBreaching: "counts as fine",
} as const;

/** The CloudWatch alarm that starts a step policy. */
export function StepAlarmFields({ alarm, onChange, error }: Props) {
  return (
    <fieldset className="flex flex-col gap-4 border-t border-border pt-4">
      <legend className="sr-only">Alarm</legend>
      <Field label="Alarm" required error={error("name")} help="It is made and removed together with this policy.">
        {(ids) => (
          <Input {...ids} mono value={alarm.name} onChange={({ target }) => onChange({ name: target.value })} />
        )}
      </Field>
      <MetricFields source={alarm} onChange={onChange} error={error} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="On when it is" required>
          {(ids) => (
            <Select
              {...ids}
              value={alarm.comparison}
              onChange={({ target }) => onChange({ comparison: target.value as StepAlarm["comparison"] })}
            >
              {COMPARISONS.map((each) => (
                <option key={each} value={each}>
                  {WORDS[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <NumberField
          label="Threshold"
          step="any"
          value={alarm.threshold}
          onChange={(threshold) => onChange({ threshold: threshold ?? Number.NaN })}
          error={error("threshold")}
        />
        <NumberField
          label="Period, seconds"
          min={10}
          value={alarm.periodSeconds}
          onChange={(periodSeconds) => onChange({ periodSeconds: periodSeconds ?? Number.NaN })}
          error={error("periodSeconds")}
        />
        <NumberField
          label="In so many periods"
          min={1}
          value={alarm.datapoints}
          onChange={(datapoints) => onChange({ datapoints: datapoints ?? Number.NaN })}
          error={error("datapoints")}
        />
        <NumberField
          label="of the latest"
          min={1}
          value={alarm.periods}
          onChange={(periods) => onChange({ periods: periods ?? Number.NaN })}
          error={error("periods")}
        />
        <Field label="Missing data" required>
          {(ids) => (
            <Select
              {...ids}
              value={alarm.missing}
              onChange={({ target }) => onChange({ missing: target.value as StepAlarm["missing"] })}
            >
              {Object.entries(MISSING).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}
