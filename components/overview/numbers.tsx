"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/format/dates";
import { formatUsd } from "@/lib/format/money";
import { formatNumber, plural } from "@/lib/format/numbers";
import type { OverviewCost, OverviewView } from "@/lib/overview/view";
import { workspacePath } from "@/lib/routes";

import { NumberTile } from "./number-tile";

/** The four numbers; each leads to its list. */
export function Numbers({ overview }: { overview: OverviewView }) {
  const { id, isEmulator } = useWorkspace();
  const { counts, total, isTotalPartial, cost, failing, idle } = overview;
  const endpoints = workspacePath(id, "/endpoints");
  return (
    <section
      aria-label="At a glance"
      className="grid grid-cols-2 overflow-hidden rounded-panel border border-border bg-border gap-px lg:grid-cols-4"
    >
      <NumberTile label="Endpoints" value={`${formatNumber(total)}${isTotalPartial ? "+" : ""}`} href={endpoints}>
        {counts.map(({ status, count }, position) => (
          <span key={status}>
            {position > 0 ? " · " : null}
            <Link
              href={workspacePath(id, `/endpoints?status=${status}`)}
              className="hover:text-foreground hover:underline"
            >
              {formatNumber(count)} {status}
            </Link>
          </span>
        ))}
      </NumberTile>
      <NumberTile
        label={isEmulator ? "Would cost on AWS" : "Cost per hour"}
        value={cost.usdPerHour === null ? "Unknown" : formatUsd(cost.usdPerHour)}
        unit={cost.usdPerHour === null ? undefined : "per hour"}
        href={workspacePath(id, "/cost")}
      >
        {costNote(cost, isEmulator)}
      </NumberTile>
      <NumberTile
        label="Failing"
        value={formatNumber(failing.length)}
        tone={failing.length > 0 ? "danger" : undefined}
        href={failing.length > 0 ? "#failing" : endpoints}
      >
        {failing.length > 0
          ? "Could not start, or answered with server errors"
          : idle
            ? "Nothing failed in the last 24 hours"
            : "No endpoint failed to start"}
      </NumberTile>
      <NumberTile
        label="Idle"
        value={idle ? formatNumber(idle.length) : "Unknown"}
        tone={idle && idle.length > 0 ? "warning" : undefined}
        href={idle && idle.length > 0 ? "#idle" : endpoints}
      >
        {idle ? "Running without a call for 24 hours" : "The metrics of this workspace could not be read"}
      </NumberTile>
    </section>
  );
}

function costNote(cost: OverviewCost, isEmulator: boolean): string {
  const notes: string[] = [];
  if (cost.priceDate) notes.push(`On-demand prices of ${formatDate(cost.priceDate)}`);
  if (cost.unpricedEndpoints > 0) notes.push(`${plural(cost.unpricedEndpoints, "endpoint")} without a known price`);
  if (cost.skippedEndpoints > 0) notes.push(`${plural(cost.skippedEndpoints, "endpoint")} not counted`);
  if (notes.length === 0) notes.push("Nothing is running");
  if (isEmulator) notes.push("the emulator is free");
  return notes.join(" · ");
}
