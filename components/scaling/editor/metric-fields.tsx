import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { STATISTICS } from "@/lib/scaling/policy-schema";

type Source = {
  namespace: string;
  metricName: string;
  dimensions: { name: string; value: string }[];
  statistic: (typeof STATISTICS)[number];
};
type Props = {
  source: Source;
  onChange: (change: Partial<Source>) => void;
  /** The message of a field of the source. */
  error: (field: string) => string | undefined;
};

/** A metric of CloudWatch by its namespace, name, dimensions and statistic. */
export function MetricFields({ source, onChange, error }: Props) {
  const { namespace, metricName, dimensions, statistic } = source;
  const setDimension = (index: number, part: Partial<Source["dimensions"][number]>) =>
    onChange({ dimensions: dimensions.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Namespace" required error={error("namespace")}>
          {(ids) => (
            <Input {...ids} mono value={namespace} onChange={({ target }) => onChange({ namespace: target.value })} />
          )}
        </Field>
        <Field label="Metric" required error={error("metricName")}>
          {(ids) => (
            <Input {...ids} mono value={metricName} onChange={({ target }) => onChange({ metricName: target.value })} />
          )}
        </Field>
        <Field label="Statistic" required>
          {(ids) => (
            <Select
              {...ids}
              value={statistic}
              onChange={({ target }) => onChange({ statistic: target.value as Source["statistic"] })}
            >
              {STATISTICS.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-sm font-medium">Dimensions</legend>
        {dimensions.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <div key={index} className="flex items-start gap-2 max-sm:flex-wrap">
            <Input
              mono
              aria-label={`Name of dimension ${index + 1}`}
              aria-invalid={error(`dimensions.${index}.name`) ? true : undefined}
              value={each.name}
              onChange={({ target }) => setDimension(index, { name: target.value })}
            />
            <Input
              mono
              aria-label={`Value of dimension ${index + 1}`}
              aria-invalid={error(`dimensions.${index}.value`) ? true : undefined}
              value={each.value}
              onChange={({ target }) => setDimension(index, { value: target.value })}
            />
            <Button
              aria-label={`Remove dimension ${index + 1}`}
              onClick={() => onChange({ dimensions: dimensions.filter((_, at) => at !== index) })}
            >
              Remove
            </Button>
          </div>
        ))}
        <Button
          size="sm"
          className="w-fit"
          onClick={() => onChange({ dimensions: [...dimensions, { name: "", value: "" }] })}
        >
          Add a dimension
        </Button>
      </fieldset>
    </>
  );
}
