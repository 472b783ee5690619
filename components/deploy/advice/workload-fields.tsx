import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ReadWorkload, WorkloadDraft } from "@/lib/deploy/advice/workload";

type WorkloadFieldsProps = {
  draft: WorkloadDraft;
  read: ReadWorkload;
  onChange: (draft: WorkloadDraft) => void;
};

type NumberField = { name: Exclude<keyof WorkloadDraft, "cold">; label: string; help: string; isOptional?: boolean };

const NUMBERS: NumberField[] = [
  { name: "calls", label: "Calls a day", help: "On a usual day." },
  { name: "peak", label: "Calls a second, at the peak", help: "In the busiest minute." },
  { name: "payload", label: "Payload (MB)", help: "The larger of request and answer." },
  { name: "seconds", label: "Seconds for an answer", help: "Measured in the playground, at best." },
  {
    name: "size",
    label: "Model in memory (GB)",
    help: "Loaded; left empty, no mode is ruled out by it.",
    isOptional: true,
  },
];

/** What the endpoint will be asked. */
export function WorkloadFields({ draft, read, onChange }: WorkloadFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 md:grid-cols-3">
      {NUMBERS.map(({ name, label, help, isOptional = false }) => (
        <Field
          key={name}
          label={label}
          help={help}
          required={!isOptional}
          error={read.ok ? undefined : read.errors[name]}
        >
          {(ids) => (
            <Input
              {...ids}
              inputMode="decimal"
              autoComplete="off"
              value={draft[name]}
              onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="May a call wait for a start?" required help="A cold start takes seconds to minutes.">
        {(ids) => (
          <Select
            {...ids}
            value={draft.cold}
            onChange={(event) => onChange({ ...draft, cold: event.target.value === "no" ? "no" : "yes" })}
          >
            <option value="yes">Yes, now and then</option>
            <option value="no">No, never</option>
          </Select>
        )}
      </Field>
    </div>
  );
}
