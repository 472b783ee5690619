import {
  InvokeEndpointCommand,
  InvokeEndpointWithResponseStreamCommand,
  SageMakerRuntimeClient,
} from "@aws-sdk/client-sagemaker-runtime";

import { ANSWERING, STREAMING } from "./endpoints.ts";
import type { OwnConsole } from "./own-console.ts";

const SENTENCE = JSON.stringify({ inputs: "I love this movie, the story is wonderful." });
const STORY = JSON.stringify({
  inputs: "once upon a time",
  parameters: { max_new_tokens: 200, do_sample: false },
  stream: true,
});
const JSON_TYPE = "application/json";

let client: SageMakerRuntimeClient | null = null;

function runtime({ emulatorUrl }: OwnConsole): SageMakerRuntimeClient {
  client ??= new SageMakerRuntimeClient({
    endpoint: emulatorUrl,
    region: "us-east-1",
    credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
  });
  return client;
}

/** Milliseconds of one invocation straight from the SDK. */
export async function invokeBySdk(running: OwnConsole): Promise<number> {
  const startedAt = performance.now();
  const command = new InvokeEndpointCommand({ EndpointName: ANSWERING, Body: SENTENCE, ContentType: JSON_TYPE });
  (await runtime(running).send(command)).Body.transformToString();
  return performance.now() - startedAt;
}

/** Milliseconds of the same invocation through the console's route, as a signed-in browser calls it. */
export async function invokeByConsole(running: OwnConsole): Promise<number> {
  const startedAt = performance.now();
  await (await post(running, `${ANSWERING}/invocations`, SENTENCE)).text();
  return performance.now() - startedAt;
}

/** Milliseconds of the least that a signed-in browser can ask for: Next, the session, the role and one read. */
export async function askForWorkspaces({ consoleUrl, cookie }: OwnConsole): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(`${consoleUrl}/api/workspaces`, { headers: { cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`The console answered ${answer.status}.`);
  return performance.now() - startedAt;
}

/** Bytes per second of a model's stream straight from the SDK. */
export async function streamBySdk(running: OwnConsole): Promise<number> {
  const startedAt = performance.now();
  const command = new InvokeEndpointWithResponseStreamCommand({
    EndpointName: STREAMING,
    Body: STORY,
    ContentType: JSON_TYPE,
  });
  let bytes = 0;
  for await (const event of (await runtime(running).send(command)).Body ?? []) {
    bytes += event.PayloadPart?.Bytes?.byteLength ?? 0;
  }
  return perSecond(bytes, startedAt);
}

/** Bytes of the model's stream per second through the console's route; its own framing does not count. */
export async function streamByConsole(running: OwnConsole): Promise<number> {
  const startedAt = performance.now();
  const answer = await post(running, `${STREAMING}/invocations-response-stream`, STORY);
  const last = (await answer.text()).trim().split("\n").at(-1) ?? "";
  const { end } = JSON.parse(last) as { end?: { bytes: number } };
  if (!end) throw new Error(`The stream broke off: ${last}`);
  return perSecond(end.bytes, startedAt);
}

function perSecond(bytes: number, startedAt: number): number {
  return bytes / ((performance.now() - startedAt) / 1_000);
}

async function post({ consoleUrl, cookie }: OwnConsole, path: string, body: string): Promise<Response> {
  const url = `${consoleUrl}/api/workspaces/local/endpoints/${path}`;
  const headers = { cookie, "content-type": JSON_TYPE, accept: JSON_TYPE };
  const answer = await fetch(url, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`The console answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
