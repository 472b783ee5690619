import { Field } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import type { AlarmDraft } from "@/lib/alarms/draft";
import { ALARM_PERIODS } from "@/lib/alarms/schema";
import { COMPARISONS, MISSING_DATA } from "@/lib/alarms/view";
import { COMPARISON_SIGNS, MISSING_WORDS, periodWords } from "@/lib/alarms/words";
import type { Display } from "@/lib/metrics/units";

type Props = {
  draft: AlarmDraft;
  /** In the metric's own unit. */
  threshold: number;
  display: Display;
  onChange: (change: Partial<AlarmDraft>) => void;
  problems: Readonly<Record<string, string>>;
};

/** When the alarm fires: beyond which threshold, in how many of how many periods, and what missing data means. */
export function RuleFields({ draft, threshold, display, onChange, problems }: Props) {
  const { rule, metric } = draft;
  const change = (part: Partial<AlarmDraft["rule"]>) => onChange({ rule: { ...rule, ...part } });
  const periods = [...new Set([...ALARM_PERIODS, metric.periodSeconds])].sort((a, b) => a - b);
  const unit = display.unit.trim();
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
      <Field required label="Fires when it is" className="max-sm:col-span-2">
        {(ids) => (
          <Select
            {...ids}
            value={rule.comparison}
            onChange={(event) => change({ comparison: event.target.value as typeof rule.comparison })}
          >
            {COMPARISONS.map((comparison) => (
              <option key={comparison} value={comparison}>
                {COMPARISON_SIGNS[comparison]} {WORDS[comparison]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <NumberField
        label={unit ? `Threshold (${unit})` : "Threshold value"}
        step="any"
        className="max-sm:col-span-2"
        value={Number((threshold * display.factor).toPrecision(9))}
        onChange={(value) => onChange({ threshold: Number(((value ?? Number.NaN) / display.factor).toPrecision(9)) })}
        error={problems["rule.threshold"]}
      />
      <NumberField
        label="in"
        min={1}
        step={1}
        value={rule.datapoints}
        onChange={(datapoints) => change({ datapoints: datapoints ?? Number.NaN })}
        error={problems["rule.datapoints"]}
      />
      <NumberField
        label="of the last"
        min={1}
        step={1}
        value={rule.periods}
        onChange={(count) =>
          change({ periods: count ?? Number.NaN, datapoints: Math.min(rule.datapoints, count || 1) })
        }
        error={problems["rule.periods"]}
      />
      <Field required label="periods of" className="max-sm:col-span-2">
        {(ids) => (
          <Select
            {...ids}
            value={metric.periodSeconds}
            onChange={(event) => onChange({ metric: { ...metric, periodSeconds: Number(event.target.value) } })}
          >
            {periods.map((seconds) => (
              <option key={seconds} value={seconds}>
                {periodWords(seconds)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        required
        label="A period without data"
        className="col-span-2 sm:col-span-5"
        help="No calls mean no data for most metrics."
      >
        {(ids) => (
          <Select
            {...ids}
            value={rule.missing}
            onChange={(event) => change({ missing: event.target.value as typeof rule.missing })}
          >
            {MISSING_DATA.map((missing) => (
              <option key={missing} value={missing}>
                {MISSING_WORDS[missing]} ({missing})
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

const WORDS: Record<(typeof COMPARISONS)[number], string> = {
  GreaterThanOrEqualToThreshold: "at least",
  GreaterThanThreshold: "more than",
  LessThanOrEqualToThreshold: "at most",
  LessThanThreshold: "less than",
};
