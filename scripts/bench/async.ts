/**
 * Sends many requests at once to an asynchronous endpoint through the console and watches what the inbox asks of AWS until
 * it has found the end of each. Run it by `npm run bench:async`; it starts a console as people do, on ports and a folder of
 * its own. `-- --requests 2000` sends more.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

import { makeQueueingEndpoint, QUEUEING } from "./endpoints.ts";
import { machineLine, machineLoad } from "./machine.ts";
import { type OwnConsole, startOwnConsole } from "./own-console.ts";

const { values } = parseArgs({ options: { requests: { type: "string", default: "500" } } });
const count = Number(values.requests);
const GOOD = '{"inputs": "I love this movie"}';
const REFUSED = '{"inputs": "refused", "parameters": {"no_such": 1}}';
const MAX_CALLS_A_MINUTE = 600;
const SAMPLE_MS = 1_000;
const MAX_WAIT_MS = 1_200_000;

const running = await startOwnConsole();
try {
  await makeQueueingEndpoint(running.emulatorUrl);
  const load = machineLoad();
  await fetch(`${running.emulatorUrl}/_emulator/calls`, { method: "DELETE" });
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: count }, (_, index) => send(running, index % 10 === 0 ? REFUSED : GOOD)));
  const sentMs = performance.now() - startedAt;
  const samples = await watchUntilEnded(running);
  const endedMs = performance.now() - startedAt;
  const calls = await callsOf(running);
  const [done, failed] = [await countOf(running, "done"), await countOf(running, "failed")];
  const most = mostInMinute(samples);
  console.info(`
requests            ${count} sent at once, accepted in ${seconds(sentMs)}
found ended         ${done} done and ${failed} failed after ${seconds(endedMs)}
sent to SageMaker   ${calls["sagemaker-runtime InvokeEndpointAsync"] ?? 0} times
calls to S3         ${s3Calls(calls)}, at most ${most} in a minute (target: at most ${MAX_CALLS_A_MINUTE})   ${most <= MAX_CALLS_A_MINUTE ? "met" : "missed"}
all calls           ${JSON.stringify(calls)}
${machineLine()}, load ${load.toFixed(1)} before and ${machineLoad().toFixed(1)} after`);
} finally {
  await running.stop();
}

async function send({ consoleUrl, cookie }: OwnConsole, body: string): Promise<void> {
  const query = new URLSearchParams({ id: randomUUID(), endpoint: QUEUEING, task: "text-classification" });
  const answer = await fetch(`${consoleUrl}/api/workspaces/local/async-requests?${query}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body,
  });
  if (!answer.ok) throw new Error(`The console answered ${answer.status}: ${await answer.text()}`);
}

type Sample = { at: number; calls: number };

/** Calls to S3 so far, once a second, until no request waits for its answer. */
async function watchUntilEnded(of: OwnConsole): Promise<Sample[]> {
  const samples: Sample[] = [{ at: 0, calls: 0 }];
  const startedAt = performance.now();
  while (performance.now() - startedAt < MAX_WAIT_MS) {
    samples.push({ at: performance.now() - startedAt, calls: s3Calls(await callsOf(of)) });
    const { open } = await list(of, "");
    if (open === 0) return samples;
    await wait(SAMPLE_MS);
  }
  throw new Error("Not all requests were found ended.");
}

function mostInMinute(samples: Sample[]): number {
  const within = (from: Sample) => samples.filter(({ at }) => at >= from.at && at <= from.at + 60_000).at(-1) ?? from;
  return Math.max(...samples.map((from) => within(from).calls - from.calls));
}

async function countOf(of: OwnConsole, state: string): Promise<number> {
  return (await list(of, state)).total;
}

async function list({ consoleUrl, cookie }: OwnConsole, state: string): Promise<{ total: number; open: number }> {
  const query = new URLSearchParams({ limit: "1", ...(state && { state }) });
  const answer = await fetch(`${consoleUrl}/api/workspaces/local/async-requests?${query}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`The console answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { total: number; open: number };
}

async function callsOf({ emulatorUrl }: OwnConsole): Promise<Record<string, number>> {
  const answer = await fetch(`${emulatorUrl}/_emulator/calls`);
  return ((await answer.json()) as { calls: Record<string, number> }).calls;
}

function s3Calls(calls: Record<string, number>): number {
  return Object.entries(calls).reduce((sum, [name, times]) => (name.startsWith("s3 ") ? sum + times : sum), 0);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
