"use client";

import { parseAsString, useQueryStates } from "nuqs";

import { Field } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { diffRuns } from "@/lib/updates/diff-runs";
import type { HistoryEntry } from "@/lib/updates/view";

import { DifferencesTable } from "./differences-table";

/** What differs between any two configurations; the choice is in the address. */
export function CompareConfigs({ entries }: { entries: readonly HistoryEntry[] }) {
  const [chosen, setChosen] = useQueryStates({ from: parseAsString, to: parseAsString });
  const known = entries.filter(({ run }) => run !== null);
  const find = (name: string | null) => known.find(({ configName }) => configName === name);
  const to = find(chosen.to) ?? known.find(({ isCurrent }) => isCurrent) ?? known[0];
  const from = find(chosen.from) ?? known.find((entry) => entry !== to);
  if (!from?.run || !to?.run) return null;
  const differences = diffRuns(from.run, to.run);
  return (
    <Panel title="Compare two configurations">
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice label="From" entries={known} value={from} onChange={(name) => void setChosen({ from: name })} />
          <Choice label="To" entries={known} value={to} onChange={(name) => void setChosen({ to: name })} />
        </div>
        {differences.length === 0 ? (
          <p className="text-base text-muted">They mean the same.</p>
        ) : (
          <DifferencesTable label="Differences" differences={differences} before="From" after="To" />
        )}
      </div>
    </Panel>
  );
}

type ChoiceProps = {
  label: string;
  entries: readonly HistoryEntry[];
  value: HistoryEntry;
  onChange: (name: string) => void;
};

function Choice({ label, entries, value, onChange }: ChoiceProps) {
  return (
    <Field label={label} required>
      {(ids) => (
        <Select {...ids} value={value.configName} onChange={(event) => onChange(event.target.value)}>
          {entries.map(({ configName, isCurrent }) => (
            <option key={configName} value={configName}>
              {configName}
              {isCurrent ? " (runs now)" : ""}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
