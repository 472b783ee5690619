import { quantile } from "../measure.ts";
import type { ChartCost, ChartCosts } from "./measure.ts";

const MAX_MOUNT_RATIO = 1.5;
const MAX_UPDATE_MS = 20;

/** Prints what a dashboard's charts cost beside bare uPlots, and whether it is within its targets. */
export function printChartReport(name: string, { charts, lines, points, mount, update }: ChartCosts): void {
  const ratio = median(mount.ours, "task") / median(mount.bare, "task");
  const script = median(update.ours, "script");
  console.info(`
${charts} charts × ${points} points, ${lines} lines, ${name}: medians of ${mount.ours.length}, thread time
                          console     bare uPlot
mounting, all work        ${ms(median(mount.ours, "task"))}${ms(median(mount.bare, "task"))}
mounting, script          ${ms(median(mount.ours, "script"))}${ms(median(mount.bare, "script"))}
update, all work          ${ms(median(update.ours, "task"))}${ms(median(update.bare, "task"))}
update, script            ${ms(script)}${ms(median(update.bare, "script"))}

mounting, console / bare  ${ratio.toFixed(2)}        (target: at most ${MAX_MOUNT_RATIO})   ${verdict(ratio <= MAX_MOUNT_RATIO)}
script of an update       ${ms(script)}(target: at most ${MAX_UPDATE_MS} ms)   ${verdict(script <= MAX_UPDATE_MS)}`);
}

function median(costs: readonly ChartCost[], part: keyof ChartCost): number {
  return quantile(
    costs.map((cost) => cost[part]),
    0.5,
  );
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padEnd(12);
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "missed";
}
