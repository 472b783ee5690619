import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { plural } from "@/lib/format/numbers";
import { REPLAY_SPANS, type ReplaySpan } from "@/lib/scaling/replay/schema";

import { CsvUpload, type Upload } from "./csv-upload";

type ReplaySourceProps = {
  variants: readonly string[];
  variant: string;
  onVariant: (name: string) => void;
  span: ReplaySpan;
  onSpan: (span: ReplaySpan) => void;
  upload: Upload | null;
  onUpload: (upload: Upload | null) => void;
  metricCalls: number | null;
};

/** Which traffic is replayed: a variant's of the last hours to days, or a file's. */
export function ReplaySource(props: ReplaySourceProps) {
  const { variants, variant, onVariant, span, onSpan, upload, onUpload, metricCalls } = props;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {variants.length > 1 ? (
          <Field label="Variant" required className="w-56">
            {(ids) => (
              <Select {...ids} value={variant} onChange={(event) => onVariant(event.target.value)}>
                {variants.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        {upload ? null : (
          <SegmentedControl
            label="How far back"
            value={span}
            onChange={onSpan}
            segments={REPLAY_SPANS.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <CsvUpload upload={upload} onUpload={onUpload} />
      </div>
      {metricCalls !== null && !upload ? (
        <p className="text-sm text-muted">
          Read from CloudWatch minute by minute with {plural(metricCalls, "GetMetricData call")}, shared by everybody
          who looks.
        </p>
      ) : null}
    </div>
  );
}
