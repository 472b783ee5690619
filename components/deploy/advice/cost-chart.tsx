"use client";

import { NumberChart } from "@/components/charts/number-chart";
import type { ModeAdvice } from "@/lib/deploy/advice/advise";
import { type BreakEven, breakEvens, costLines, mostCalls } from "@/lib/deploy/advice/break-even";
import { callsAtOnce } from "@/lib/deploy/advice/load";
import { MODE_NAMES } from "@/lib/deploy/advice/names";
import type { Workload } from "@/lib/deploy/advice/workload";
import { formatUsd } from "@/lib/format/money";
import { formatCompact, formatNumber, plural } from "@/lib/format/numbers";

/** How the modes' costs grow with the calls, and where they meet. */
export function CostChart({ advice, workload }: { advice: readonly ModeAdvice[]; workload: Workload }) {
  const lines = costLines(advice, workload);
  if (lines.length < 2) return null;
  return (
    <div className="flex flex-col gap-2">
      <NumberChart
        title="Cost of a month by calls a day"
        x={{ label: "calls a day", format: (calls) => formatNumber(Math.round(calls)) }}
        value={{ label: "a month", format: formatUsd, formatTick: (usd) => `$${formatCompact(usd)}` }}
        lines={lines}
      />
      <p className="text-sm text-muted">{meetingWords(advice, workload)}</p>
    </div>
  );
}

function meetingWords(advice: readonly ModeAdvice[], workload: Workload): string {
  const evens = breakEvens(advice, workload);
  const instances = plural(callsAtOnce(workload), "instance");
  const full = `${formatNumber(Math.floor(mostCalls(workload)))} calls a day, as many as ${instances} can answer`;
  const hasFlat = advice.some(
    ({ mode, obstacles, cost }) => mode === "real-time" && !obstacles.length && cost.estimate,
  );
  if (!hasFlat) return "";
  if (evens.length === 0) return `No mode billed by use costs more than real-time up to ${full}.`;
  return evens.map((even) => evenWords(even, advice)).join(" ");
}

function evenWords({ mode, callsPerDay }: BreakEven, advice: readonly ModeAdvice[]): string {
  const at = advice.find((row) => row.mode === mode)?.cost.estimate?.at;
  const name = at ? `${MODE_NAMES[mode]} ${at}` : MODE_NAMES[mode];
  return `${name} costs less than real-time up to ${formatNumber(Math.round(callsPerDay))} calls a day.`;
}
