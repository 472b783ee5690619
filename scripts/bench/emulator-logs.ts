/**
 * How quick the emulator's CloudWatch Logs is with a long stream beside another one: what is written, read from both
 * ends, polled and searched, without HTTP. Run it by `npm run bench:emulator-logs`; `-- --lines 200000` measures more.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { NO_DELAYS } from "../../emulator/behaviour.ts";
import { runningClock } from "../../emulator/clock.ts";
import { openContext } from "../../emulator/open-context.ts";
import { logsService } from "../../emulator/services/logs/service.ts";
import { logLine } from "./fill.ts";
import { machineLine, machineLoad } from "./machine.ts";

type Answer = { events: object[]; nextToken?: string; nextForwardToken: string; nextBackwardToken: string };

const { values } = parseArgs({ options: { lines: { type: "string", default: "50000" } } });
const lines = Number(values.lines);
const [region, logGroupName, stream] = ["us-east-1", "/aws/sagemaker/TrainingJobs", "long/algo-1"];
const from = Date.now() - 3_600_000;
const dataDir = await mkdtemp(join(tmpdir(), "bench-logs-"));
const { context, close } = openContext({ dataDir, clock: runningClock(), delays: NO_DELAYS, runsScripts: false });
const { operations } = logsService(context) as unknown as { operations: Record<string, (...args: object[]) => Answer> };
const call = (name: string, input: object) => operations[name]?.({ logGroupName, ...input }, { region }) as Answer;

for (const name of ["other/algo-1", stream]) timed(`write ${lines} lines in batches`, () => write(name, 5_000));
timed("write 5,000 lines one by one", () => write("single/algo-1", 1, 5_000));
timed("newest 1,000 lines", () => get({ limit: 1_000 }).events.length);
timed("back to the first line", () => walk("nextBackwardToken", { limit: 1_000 }));
timed("forward to the last line", () => walk("nextForwardToken", { startFromHead: true }));
const { nextForwardToken } = get({});
timed("100 polls at the end", () => {
  for (let poll = 0; poll < 100; poll += 1) get({ nextToken: nextForwardToken, startFromHead: true });
});
timed("search for a text", () => filter({ filterPattern: '"was slower"' }));
timed("search for a second near the end", () =>
  filter({ startTime: from + lines - 2_000, endTime: from + lines - 1_001 }),
);
console.info(`\n${machineLine()}, load ${machineLoad().toFixed(1)}, Node ${process.version}`);
await close();
await rm(dataDir, { recursive: true, force: true });

function write(name: string, batch: number, count = lines): void {
  for (let first = 0; first < count; first += batch) {
    const events = Array.from({ length: Math.min(batch, count - first) }, (_, index) => ({
      at: from + first + index,
      message: logLine(first + index),
    }));
    context.telemetry.putLog(region, logGroupName, name, events);
  }
  void context.telemetry.logs; // what was put is on disk before the next read
}

function get(input: object): Answer {
  return call("GetLogEvents", { logStreamName: stream, ...input });
}

function walk(token: "nextForwardToken" | "nextBackwardToken", input: object): string {
  let [page, found] = [get(input), 0];
  for (;;) {
    found += page.events.length;
    const next = get({ ...input, nextToken: page[token] });
    if (next[token] === page[token]) return `${found} lines`;
    page = next;
  }
}

function filter(input: object): string {
  let [found, calls, nextToken]: [number, number, string | undefined] = [0, 0, undefined];
  do {
    const page: Answer = call("FilterLogEvents", { logStreamNamePrefix: "long/", ...input, nextToken });
    found += page.events.length;
    calls += 1;
    nextToken = page.nextToken;
  } while (nextToken);
  return `${found} lines in ${calls} calls`;
}

function timed(what: string, run: () => unknown): void {
  const startedAt = performance.now();
  const answer = run();
  console.info(`${what.padEnd(36)}${`${(performance.now() - startedAt).toFixed(1)} ms`.padEnd(12)}${answer ?? ""}`);
}
