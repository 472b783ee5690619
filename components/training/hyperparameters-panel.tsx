import { Panel } from "@/components/ui/panel";
import type { TrainingJobDetail } from "@/lib/training/job-view";

import { TextValue } from "./text-value";

/** What the script was given as arguments, decoded; secrets were masked before they left the server. */
export function HyperparametersPanel({ job }: { job: TrainingJobDetail }) {
  return (
    <Panel
      title="Hyperparameters"
      description={job.hyperparameters.length > 0 ? "The script gets each as --name value." : null}
    >
      {job.hyperparameters.length === 0 ? (
        <p className="text-muted">None: the script runs without arguments.</p>
      ) : (
        <Rows rows={job.hyperparameters.map((row) => ({ ...row, note: row.type }))} label="Hyperparameters" />
      )}
      {job.environment.length > 0 ? (
        <>
          <h3 className="pt-4 pb-1 text-sm font-medium">Environment</h3>
          <Rows rows={job.environment} label="Environment" />
        </>
      ) : null}
    </Panel>
  );
}

type Row = { name: string; value: string; isSecret: boolean; note?: string };

function Rows({ rows, label }: { rows: Row[]; label: string }) {
  return (
    <dl aria-label={label} className="flex flex-col gap-1 font-mono text-sm">
      {rows.map(({ name, value, isSecret, note }) => (
        <div key={name} className="flex flex-wrap items-baseline gap-x-2">
          <dt className="break-all text-muted">{name}</dt>
          <dd className="min-w-0">
            <TextValue value={{ value, isSecret }} note={note ?? null} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
