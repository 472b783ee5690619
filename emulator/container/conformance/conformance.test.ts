import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { BundledModel } from "@/catalog/bundled-models/schema.ts";
import { tasks } from "@/catalog/tasks/data.ts";
import { TASK_RESPONSES } from "@/catalog/tasks/response-schema.ts";
import type { Task } from "@/catalog/tasks/schema.ts";
import { deployModel } from "../../testing/deploy-model.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";
import { type Case, casesOf, environmentOf, modelsOf, REFUSED } from "./cases.ts";

// Many models start one after the other.
vi.setConfig({ testTimeout: 120_000 });

/** The newest image that still has every task. */
const OLD = "huggingface-pytorch-inference:2.1.0-transformers4.37.0-cpu-py310-ubuntu22.04";

/** Examples are served from here, as from any web server that a container asks. */
const server = createServer((request, response) => response.end(readFileSync(`public/examples${request.url}`)));

let emulator: TestEmulator;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  emulator = await startTestEmulator();
  runtime = new SageMakerRuntimeClient(emulator.sdk);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(async () => {
  server.close();
  await emulator.close();
});

const deployed = new Map<string, string>();

/** An endpoint for each pair of task and model. */
async function endpointOf(task: Task, model: BundledModel): Promise<string> {
  const name = `${task.id.replaceAll("_", "-")}-${model.id}`.slice(0, 60);
  if (deployed.has(name)) return name;
  const image = task.maxTransformersVersion ? { image: OLD } : {};
  const endpoint = await deployModel(emulator, name, [{ environment: environmentOf(task, model), ...image }]);
  expect(endpoint).toMatchObject({ EndpointStatus: "InService" });
  deployed.set(name, name);
  return name;
}

type Outcome = { status: number; answer: unknown };

async function invoke(task: Task, { model, contentType, body }: Case): Promise<Outcome> {
  const EndpointName = await endpointOf(task, model);
  try {
    const { Body } = await runtime.send(
      new InvokeEndpointCommand({ EndpointName, ContentType: contentType, Body: body }),
    );
    return { status: 200, answer: JSON.parse(Body.transformToString()) };
  } catch (cause) {
    const { OriginalStatusCode = 0, OriginalMessage = String(cause) } = cause as Record<string, never>;
    return { status: OriginalStatusCode, answer: OriginalMessage };
  }
}

const asked = tasks.filter((task) => modelsOf(task).plain);

test("every task of the catalogue has a model to ask", () => {
  const missing = tasks.filter((task) => !asked.includes(task)).map(({ id }) => id);
  expect(missing).toStrictEqual([]);
});

test.each(asked)("$id: every example, parameter and list has the documented answer", async (task) => {
  const { port } = server.address() as AddressInfo;
  const cases = casesOf(task, { url: (file) => `http://127.0.0.1:${port}/${file}` });
  expect(cases.length).toBeGreaterThan(task.examples.length);
  const wrong: unknown[] = [];
  for (const each of cases) {
    const { status, answer } = await invoke(task, each);
    const refused = REFUSED[each.name];
    if (refused) {
      const { message } = JSON.parse(String(answer)) as { message: string };
      if (status !== 400 || !refused.test(message)) wrong.push({ name: each.name, status, message });
      continue;
    }
    const parsed = TASK_RESPONSES[task.id]?.[each.form].safeParse(answer);
    if (status !== 200 || !parsed?.success)
      wrong.push({ name: each.name, status, answer, issues: parsed?.error?.issues });
  }
  expect(wrong).toStrictEqual([]);
});
