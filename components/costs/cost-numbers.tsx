"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { isIdle } from "@/lib/costs/select-rows";
import type { CostsView } from "@/lib/costs/view";
import { formatDate } from "@/lib/format/dates";
import { formatUsd } from "@/lib/format/money";
import { plural } from "@/lib/format/numbers";

import { CostTile } from "./cost-tile";

const DAY_MS = 86_400_000;
const UNKNOWN = "unknown";

/** The four sums of the month. What has no known price is counted beside them, never in them. */
export function CostNumbers({ costs, idleHours, onIdle }: { costs: CostsView; idleHours: number; onIdle: () => void }) {
  const { isEmulator } = useWorkspace();
  const running = costs.rows.filter((row) => row.isRunning);
  const noRate = running.filter((row) => row.usdPerHour === null).length;
  const partly = costs.rows.filter((row) => row.isCounted && row.unpriced.length > 0).length;
  const uncounted = costs.rows.filter((row) => !row.isCounted).length;
  /** Nothing is known: a sum of nothing would read as free. */
  const isUnread = costs.rows.length === 0 && costs.gaps.length > 0;
  const isUncounted = isUnread || (uncounted > 0 && uncounted === costs.rows.length);
  const sum = (usd: number) => (isUncounted ? UNKNOWN : formatUsd(usd));
  const idle = running.filter((row) => isIdle(row, idleHours, costs.now));
  const wasted = idle.reduce((sum, row) => sum + (row.wastedUsd ?? 0), 0);
  const daysLeft = Math.ceil((Date.parse(costs.until) - Date.parse(costs.now)) / DAY_MS);
  return (
    <section
      aria-labelledby="what-it-costs"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-panel border border-border bg-border lg:grid-cols-4"
    >
      <h2 id="what-it-costs" className="sr-only">
        What it costs
      </h2>
      <CostTile
        label={isEmulator ? "Would cost now" : "Running now"}
        value={isUnread ? UNKNOWN : formatUsd(costs.usdPerHour)}
        unit={isUnread ? undefined : "per hour"}
      >
        {isUnread ? "Nothing could be read" : plural(running.length, "endpoint or job", "endpoints and jobs")}
        {noRate > 0 ? ` · ${noRate} without a known price` : null}
      </CostTile>
      <CostTile label="Month to date" value={sum(costs.monthUsd)}>
        Since {formatDate(costs.from)} UTC{partly > 0 ? ` · ${partly} partly without a known price` : null}
        {uncounted > 0 ? ` · ${uncounted} not counted` : null}
      </CostTile>
      <CostTile label="Projected" value={sum(costs.projectedUsd)}>
        If what runs goes on for {plural(daysLeft, "more day")}
      </CostTile>
      <CostTile
        label="Idle"
        value={isUnread || uncounted > 0 ? UNKNOWN : formatUsd(wasted)}
        tone={idle.length > 0 ? "warning" : undefined}
        onOpen={idle.length > 0 ? onIdle : undefined}
      >
        {idle.length > 0
          ? `${plural(idle.length, "endpoint")} without a call for ${plural(idleHours, "hour")}, since the last one`
          : isUnread || uncounted > 0
            ? "Calls could not be read"
            : `No endpoint is without a call for ${plural(idleHours, "hour")}`}
      </CostTile>
    </section>
  );
}
