import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Truncate } from "@/components/ui/truncate";
import type { HistoryEntry } from "@/lib/updates/view";

import { ReturnDialog } from "./return-dialog";

const SOURCES: Record<HistoryEntry["sources"][number], string> = {
  seen: "seen running",
  update: "an update made here",
  deploy: "a deploy made here",
  name: "its name",
};

/** Each configuration: what it runs, when it ran as far as is known, whether it is still there. */
export function ConfigList({ name, entries }: { name: string; entries: readonly HistoryEntry[] }) {
  const current = entries.find(({ isCurrent }) => isCurrent) ?? null;
  return (
    <ul aria-label="Configurations" className="divide-y divide-border">
      {entries.map((entry) => (
        <li
          key={entry.configName}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5 first:pt-0 last:pb-0"
        >
          <div className="flex min-w-0 flex-col gap-0.5">
            <span className="flex min-w-0 flex-wrap items-center gap-2">
              <Truncate text={entry.configName} keepEnd={24} copyLabel="Copy config name" />
              <State entry={entry} />
            </span>
            <span className="text-sm break-all">{describe(entry)}</span>
            <span className="text-sm text-muted">
              <When entry={entry} /> Known by {entry.sources.map((source) => SOURCES[source]).join(", ")}.
            </span>
          </div>
          {entry.exists && !entry.isCurrent ? (
            <ReturnDialog name={name} to={entry} current={current} label="Return to this one" />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function State({ entry }: { entry: HistoryEntry }) {
  if (entry.isCurrent) return <Badge>runs now</Badge>;
  if (!entry.exists) return <Badge>deleted</Badge>;
  return entry.servedAt ? <Badge>was in service</Badge> : null;
}

function When({ entry }: { entry: HistoryEntry }) {
  if (!entry.firstSeenAt) return <>Never seen running by this console.</>;
  return (
    <>
      First seen <RelativeTime at={entry.firstSeenAt} />, last seen <RelativeTime at={entry.lastSeenAt} />.
    </>
  );
}

function describe({ run }: HistoryEntry): string {
  if (!run) return "What it ran is not known.";
  return run.variants
    .map(({ name, source, instanceType, instanceCount, serverless, isShadow }) => {
      const fleet = serverless ? "serverless" : `${instanceCount ?? "?"} × ${instanceType ?? "?"}`;
      return `${name}${isShadow ? " (shadow)" : ""}: ${source || "model in the image"}, ${fleet}`;
    })
    .join("; ");
}
