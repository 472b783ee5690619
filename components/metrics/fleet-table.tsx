"use client";

import { BellPlus } from "lucide-react";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { PlainHead } from "@/components/ui/plain-head";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber, formatPercent } from "@/lib/format/numbers";
import type { FleetRow } from "@/lib/metrics/view";
import { workspacePath } from "@/lib/routes";

import { SampleBadge } from "./sample-badge";

/** Phones show what matters most; the rest is in the charts. */
const HEADS = [
  { label: "Endpoint" },
  { label: "Requests", className: "text-right" },
  { label: "Model errors", className: "text-right" },
  { label: "Highest p90", className: "text-right max-sm:hidden" },
  { label: "Instances", className: "text-right max-sm:hidden" },
  { label: "Actions", isHidden: true },
];

/** What each endpoint did in the window, busiest first. */
export function FleetTable({ rows }: { rows: readonly FleetRow[] }) {
  const { id } = useWorkspace();
  return (
    <section
      aria-label="Endpoints by traffic, scrollable"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-panel border border-border bg-panel"
    >
      <table aria-label="Endpoints by traffic" className="w-full text-sm tabular-nums">
        <PlainHead cells={HEADS} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="h-9 border-t border-border first:border-t-0">
              <th scope="row" className="px-3 py-1 text-left font-normal">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <Link
                    href={workspacePath(id, `/endpoints/${encodeURIComponent(row.name)}?tab=metrics`)}
                    className="font-mono break-words text-accent-text hover:underline"
                  >
                    {row.name}
                  </Link>
                  {row.isSample ? <SampleBadge /> : null}
                </span>
              </th>
              <td className="px-3 text-right">{formatNumber(row.calls)}</td>
              <td className="px-3 text-right">
                {formatNumber(row.errors)}
                {row.calls > 0 && row.errors > 0 ? (
                  <span className="text-muted"> ({formatPercent(row.errors / row.calls)})</span>
                ) : null}
              </td>
              <td className="px-3 text-right max-sm:hidden">
                {row.highestP90Ms === null ? "–" : formatDuration(row.highestP90Ms)}
              </td>
              <td className="px-3 text-right max-sm:hidden">{row.instances ?? "–"}</td>
              <td className="py-1 pr-2 pl-0 text-right">
                <AlarmLink name={row.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** To the dialog for an alarm on this endpoint's errors; who may make none is told so there. */
function AlarmLink({ name }: { name: string }) {
  const { id } = useWorkspace();
  return (
    <ButtonLink
      variant="ghost"
      size="sm"
      href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}?tab=metrics&alarmOn=errors`)}
      aria-label={`Create alarm on ${name}`}
    >
      <BellPlus aria-hidden="true" />
      <span className="max-sm:hidden">Alarm</span>
    </ButtonLink>
  );
}
