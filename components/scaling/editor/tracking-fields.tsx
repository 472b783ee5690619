import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { COPIES } from "@/lib/scaling/dimensions";
import type { TrackedMetric, TrackingConfig } from "@/lib/scaling/policy-schema";
import { PREDEFINED_METRICS, predefinedMetric } from "@/lib/scaling/tracked-metrics";

import { MetricFields } from "./metric-fields";

type Props = {
  policy: TrackingConfig;
  dimension: string;
  /** What is scaled: the endpoint, or its component. */
  endpoint: string;
  onChange: (change: Partial<TrackingConfig>) => void;
  error: (field: string) => string | undefined;
};

const CUSTOM = "customized";

/** Holds a metric at a target: which one, where, how soon again, and whether it may take away. */
export function TrackingFields({ policy, dimension, endpoint, onChange, error }: Props) {
  const { metric } = policy;
  const offered = PREDEFINED_METRICS.filter((each) => each.dimension === dimension);
  const known = metric.kind === "predefined" ? predefinedMetric(metric.type) : undefined;
  const setMetric = (value: string) =>
    onChange({ metric: value === CUSTOM ? custom(endpoint, dimension) : predefined(value) });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Metric to follow" required help={known?.help} error={error("metric.type")}>
          {(ids) => (
            <Select
              {...ids}
              value={metric.kind === "predefined" ? metric.type : CUSTOM}
              onChange={({ target }) => setMetric(target.value)}
            >
              {offered.map(({ type, label, isHighResolution }) => (
                <option key={type} value={type}>
                  {label}
                  {isHighResolution ? " (high resolution)" : ""}
                </option>
              ))}
              {metric.kind === "predefined" && !offered.some(({ type }) => type === metric.type) ? (
                <option value={metric.type}>{metric.type}</option>
              ) : null}
              <option value={CUSTOM}>A metric of your own</option>
            </Select>
          )}
        </Field>
        <NumberField
          label="Target"
          step="any"
          value={policy.target}
          onChange={(target) => onChange({ target: target ?? Number.NaN })}
          help={
            known ? `In ${known.unit}.` : "It must rise with the load of each instance, and fall when there are more."
          }
          error={error("target")}
        />
      </div>
      {metric.kind === "customized" ? (
        <MetricFields
          source={metric}
          onChange={(change) => onChange({ metric: { ...metric, ...change } })}
          error={(field) => error(`metric.${field}`)}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          label="Scale-out cooldown, seconds"
          optional
          min={0}
          placeholder="300"
          value={policy.scaleOutCooldownSeconds}
          onChange={(scaleOutCooldownSeconds) => onChange({ scaleOutCooldownSeconds })}
          help="After adding, only a larger wish counts for so long. Empty: AWS's 300."
          error={error("scaleOutCooldownSeconds")}
        />
        <NumberField
          label="Scale-in cooldown, seconds"
          optional
          min={0}
          placeholder="300"
          value={policy.scaleInCooldownSeconds}
          onChange={(scaleInCooldownSeconds) => onChange({ scaleInCooldownSeconds })}
          help="After removing, nothing more is removed for so long. Empty: AWS's 300."
          error={error("scaleInCooldownSeconds")}
        />
      </div>
      <Checkbox
        label="Disable scale-in"
        help="This policy only ever adds; another one or a schedule has to take away."
        checked={policy.isScaleInDisabled}
        onChange={({ target }) => onChange({ isScaleInDisabled: target.checked })}
      />
    </>
  );
}

function predefined(type: string): TrackedMetric {
  return { kind: "predefined", type };
}

function custom(subject: string, dimension: string): TrackedMetric {
  return {
    kind: "customized",
    namespace: "AWS/SageMaker",
    metricName: "",
    dimensions: [{ name: dimension === COPIES ? "InferenceComponentName" : "EndpointName", value: subject }],
    statistic: "Average",
    unit: null,
  };
}
