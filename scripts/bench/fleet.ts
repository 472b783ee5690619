/**
 * What a refresh of the metrics of all endpoints costs with many of them: time, and calls to AWS by operation. Run it by
 * `npm run bench:fleet`; it starts a console as people do, on ports and a folder of its own, and makes 500 endpoints that
 * have each been called. `-- --endpoints 200` makes fewer.
 */
import { parseArgs } from "node:util";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";

import type { FleetView } from "@/lib/metrics/view.ts";
import { countedCalls, forgetCalls, inWords, sumOf } from "./emulator-calls.ts";
import { machineLine, machineLoad } from "./machine.ts";
import { forEach, makeManyEndpoints, sdkOf } from "./many-endpoints.ts";
import { untilNextMinute } from "./minutes.ts";
import { type OwnConsole, startOwnConsole } from "./own-console.ts";

const { values } = parseArgs({ options: { endpoints: { type: "string", default: "500" } } });
const count = Number(values.endpoints);
const SENTENCE = JSON.stringify({ inputs: "I love this movie, the story is wonderful." });

const running = await startOwnConsole();
try {
  const names = await makeManyEndpoints(running.emulatorUrl, count);
  await callEach(running, names);
  await untilNextMinute();
  const load = machineLoad();
  const refreshes = [await refresh(running)];
  await untilNextMinute();
  refreshes.push(await refresh(running));
  const when = ["the first ever", "the next, a minute later"];
  for (const [index, { view, ms, calls, bytes }] of refreshes.entries()) {
    const isWhole = view.rows.length === count && view.leftOut === 0;
    console.info(`
refresh             ${when[index]}
endpoints           ${view.rows.length} of ${count}, ${view.leftOut} left out   ${isWhole ? "met" : "missed"}
took                ${Math.round(ms)} ms, ${Math.round(bytes / 1024)} KiB
calls to AWS        ${sumOf(calls)}: ${inWords(calls)}`);
  }
  console.info(`\n${machineLine()}, load ${load.toFixed(1)} before and ${machineLoad().toFixed(1)} after`);
} finally {
  await running.stop();
}

async function callEach({ emulatorUrl }: OwnConsole, names: readonly string[]): Promise<void> {
  const client = new SageMakerRuntimeClient(sdkOf(emulatorUrl));
  await forEach(names, (EndpointName) =>
    client.send(new InvokeEndpointCommand({ EndpointName, Body: SENTENCE, ContentType: "application/json" })),
  );
  client.destroy();
}

async function refresh({ consoleUrl, emulatorUrl, cookie }: OwnConsole) {
  await forgetCalls(emulatorUrl);
  const startedAt = performance.now();
  const answer = await fetch(`${consoleUrl}/api/workspaces/local/metrics?range=3h`, { headers: { cookie } });
  const body = await answer.text();
  const ms = performance.now() - startedAt;
  if (!answer.ok) throw new Error(`The console answered ${answer.status}: ${body}`);
  return { view: JSON.parse(body) as FleetView, ms, bytes: body.length, calls: await countedCalls(emulatorUrl) };
}
