import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type AlarmDraft, withMetric } from "@/lib/alarms/draft";
import type { ChartMetric } from "@/lib/metrics/view";

type Props = { choices: readonly ChartMetric[]; draft: AlarmDraft; onChange: (draft: AlarmDraft) => void };

/** Which line of a chart the alarm watches. */
export function MetricChoice({ choices, draft, onChange }: Props) {
  const { name, stat, dimensions } = draft.metric;
  const chosen = choices.findIndex(
    (choice) =>
      choice.name === name && choice.stat === stat && choice.dimensions.VariantName === dimensions.VariantName,
  );
  return (
    <Field required label="Line of the chart">
      {(ids) => (
        <Select
          {...ids}
          value={chosen}
          onChange={(event) => {
            const choice = choices[Number(event.target.value)];
            if (choice) onChange(withMetric(draft, choice));
          }}
        >
          {choices.map((choice, index) => (
            <option key={`${choice.label} ${choice.dimensions.VariantName}`} value={index}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
