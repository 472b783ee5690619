import packageJson from "../../package.json" with { type: "json" };
import { machineLine, machineLoad, tooBusy } from "./machine.ts";
import { quantile } from "./measure.ts";
import type { StepCost } from "./scroll.ts";

export type UiReport = {
  jobs: number;
  lines: number;
  firstRows: number[];
  filtered: number[];
  firstLine: number[];
  search: number[];
  viewer: StepCost[];
  floor: StepCost[];
  /** Names of operations with how often each was called. */
  listCalls: string;
  openCalls: string;
  logCalls: string;
  rows: number;
  nodes: number;
  heapBytes: number;
  startedAtLoad: number;
  browser: string;
};

/** Prints medians and extremes of what was measured, and on what. */
export function printUiReport(report: UiReport): void {
  const { jobs, lines, viewer, floor } = report;
  const part = (costs: StepCost[], name: keyof StepCost) => costs.map((cost) => cost[name]);
  const median = (costs: StepCost[], name: keyof StepCost) => quantile(part(costs, name), 0.5);
  console.info(`
${jobs} training jobs                 median      lowest      highest
first rows of the list            ${spread(report.firstRows)}
typing a name to its row          ${spread(report.filtered)}
AWS calls of one look at it       ${report.listCalls}

a log of ${lines} lines
newest line                       ${spread(report.firstLine)}
search among all, to the count    ${spread(report.search)}
AWS calls to open it              ${report.openCalls}
AWS calls to load all of it       ${report.logCalls}
rows and DOM nodes, all loaded    ${report.rows} rows, ${report.nodes} nodes
JavaScript heap, all loaded       ${(report.heapBytes / 1024 ** 2).toFixed(1)} MiB

a step of 20 lines                median      lowest      highest
script                            ${spread(part(viewer, "script"))}
layout and style                  ${spread(part(viewer, "layout"))}
all work of the main thread       ${spread(part(viewer, "task"))}
floor, all work                   ${spread(part(floor, "task"))}
floor, script                     ${spread(part(floor, "script"))}

all work, viewer / floor          ${(median(viewer, "task") / median(floor, "task")).toFixed(1)}
share of a frame at 60 per second ${((median(viewer, "task") / (1000 / 60)) * 100).toFixed(0)} %

floor: a bare page that scrolls ${lines} plain rows by the same steps
${report.firstRows.length} runs of the pages, ${viewer.length} of the scrolling, in turns with the floor
${machineLine()}, load ${report.startedAtLoad.toFixed(1)} before and ${machineLoad().toFixed(1)} after
Node ${process.version}, Next ${packageJson.dependencies.next}, Chromium ${report.browser}`);
  const warning = tooBusy(report.startedAtLoad);
  if (warning) console.warn(`\n${warning}`);
}

function spread(values: number[]): string {
  return [quantile(values, 0.5), Math.min(...values), Math.max(...values)].map(ms).join("");
}

function ms(value: number): string {
  return `${value < 100 ? value.toFixed(2) : Math.round(value)} ms`.padEnd(12);
}
