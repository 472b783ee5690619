/**
 * Whether AWS is called more when more people look: many signed-in sessions ask for the dashboard of an endpoint as an open
 * page does, each at its own moment of the minute, and so does one alone; once all for the same window, once for two. Run
 * it by `npm run bench:viewers`; it starts a console as people do, on ports and a folder of its own.
 * `-- --viewers 50 --minutes 5` watches fewer for longer.
 */
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

import { signIn } from "../many-endpoints/list-through-console.ts";
import { type Calls, countedCalls, forgetCalls, inWords, sumOf } from "./emulator-calls.ts";
import { machineLine, machineLoad } from "./machine.ts";
import { makeManyEndpoints } from "./many-endpoints.ts";
import { MINUTE_MS, untilNextMinute } from "./minutes.ts";
import { type OwnConsole, startOwnConsole } from "./own-console.ts";

const { values } = parseArgs({
  options: { viewers: { type: "string", default: "200" }, minutes: { type: "string", default: "2" } },
});
const [viewers, minutes] = [Number(values.viewers), Number(values.minutes)];
const MAX_RATIO = 1.1;
/** An open page asks for each of these once a minute. */
const WINDOWS = ["3h", "12h"];

const running = await startOwnConsole();
try {
  // Each watch has an endpoint that nobody has looked at before.
  const endpoints = await makeManyEndpoints(running.emulatorUrl, 4);
  const cookies = await signInAll(running, viewers);
  const load = machineLoad();
  for (const windows of [WINDOWS.slice(0, 1), WINDOWS]) {
    const few = await watch(running, endpoints.shift() ?? "", cookies.slice(0, windows.length), windows);
    const many = await watch(running, endpoints.shift() ?? "", cookies, windows);
    const ratio = sumOf(many.calls) / sumOf(few.calls);
    console.info(`
windows             ${windows.join(" and ")}, ${minutes} minutes
one viewer of each  ${perMinute(few.calls)} a minute: ${inWords(few.calls)}
${viewers} viewers         ${perMinute(many.calls)} a minute: ${inWords(many.calls)}
answers             ${many.answers}, slowest ${Math.round(many.slowestMs)} ms
ratio               ${ratio.toFixed(2)} (target: at most ${MAX_RATIO})   ${ratio <= MAX_RATIO ? "met" : "missed"}`);
  }
  console.info(`\n${machineLine()}, load ${load.toFixed(1)} before and ${machineLoad().toFixed(1)} after`);
} finally {
  await running.stop();
}

async function signInAll({ consoleUrl, password }: OwnConsole, count: number): Promise<string[]> {
  const cookies: string[] = [];
  // One after the other: many at once look to the console like somebody who guesses passwords.
  for (let viewer = 0; viewer < count; viewer += 1) cookies.push(await signIn(consoleUrl, "admin", password));
  return cookies;
}

/** Lets sessions ask for the dashboard of an endpoint for some minutes, each for the window that is its turn. */
async function watch(of: OwnConsole, endpoint: string, cookies: readonly string[], windows: readonly string[]) {
  await untilNextMinute();
  await forgetCalls(of.emulatorUrl);
  const startedAt = performance.now();
  const took: number[] = [];
  await Promise.all(
    cookies.map(async (cookie, index) => {
      const range = windows[index % windows.length] ?? "";
      // Spread over the minute, but for its last seconds: an answer that comes late would count for the next one.
      const phaseMs = (index / cookies.length) * (MINUTE_MS - 5_000);
      for (let minute = 0; minute < minutes; minute += 1) {
        await wait(startedAt + minute * MINUTE_MS + phaseMs - performance.now());
        took.push(await ask(of, cookie, endpoint, range));
      }
    }),
  );
  const calls: Calls = await countedCalls(of.emulatorUrl);
  return { calls, answers: took.length, slowestMs: Math.max(...took) };
}

async function ask({ consoleUrl }: OwnConsole, cookie: string, endpoint: string, range: string): Promise<number> {
  const startedAt = performance.now();
  const url = `${consoleUrl}/api/workspaces/local/endpoints/${endpoint}/metrics?range=${range}`;
  const answer = await fetch(url, { headers: { cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`The console answered ${answer.status}.`);
  return performance.now() - startedAt;
}

function perMinute(calls: Calls): string {
  return (sumOf(calls) / minutes).toFixed(1);
}
