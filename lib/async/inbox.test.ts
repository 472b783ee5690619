import { CreateEndpointCommand, CreateEndpointConfigCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { createModel, untilStatus } from "@/emulator/testing/sagemaker-fixtures";
import { type ScriptedInference, scriptedInference } from "@/emulator/testing/scripted-inference";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { onBothDatabases } from "@/lib/testing/test-database";

import { lookAt } from "./look";
import { forgetRequests, listAsyncRequests, readRecord } from "./requests";
import { sendAsync } from "./send";
import { readAsyncRequest } from "./service";

vi.mock("./looker", () => ({ wakeLooker: () => undefined }));

const BUCKET = "sagemaker-us-east-1-111122223333";
const workspace = {
  id: "local",
  label: "Local",
  region: "us-east-1",
  isEmulator: true,
  endpointUrl: null,
  roleArn: null,
  executionRoleArn: null,
  bucket: BUCKET,
} as never;
const ada = { workspace, member: { id: "ada", name: "ada", role: "tester" as const } };
const bob = { workspace, member: { id: "bob", name: "bob", role: "tester" as const } };
const operator = { workspace, member: { id: "op", name: "op", role: "operator" as const } };
const LIST = { page: 1, limit: 25 };

let emulator: TestEmulator;
let inference: ScriptedInference;

beforeAll(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  const client = new SageMakerClient(emulator.sdk);
  await createModel(client, "queue");
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "queue",
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: "queue", InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 },
      ],
      AsyncInferenceConfig: {
        OutputConfig: { S3OutputPath: `s3://${BUCKET}/out`, S3FailurePath: `s3://${BUCKET}/bad` },
      },
    }),
  );
  await client.send(new CreateEndpointCommand({ EndpointName: "queue", EndpointConfigName: "queue" }));
  await untilStatus(client, "queue", "InService");
});
afterAll(() => emulator.close());

const json = (value: unknown) => ({
  body: new TextEncoder().encode(JSON.stringify(value)),
  contentType: "application/json",
});
const send = (owner: typeof ada, id = crypto.randomUUID()) =>
  sendAsync(owner, { id, endpoint: "queue", task: "text-classification" }, json({ inputs: "good" }));

async function lookUntilEnded(id: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const row = await readRecord(operator, id);
      await lookAt(workspace, row, Date.now());
      expect((await readRecord(operator, id)).state).not.toBe("queued");
    },
    { timeout: 10_000 },
  );
}

onBothDatabases(() => {
  test("a request is kept, found answered later, and its answer is shown", async () => {
    const { id } = await send(ada);
    expect((await listAsyncRequests(ada, LIST)).items).toMatchObject([{ id, state: "queued", title: "good" }]);
    (await inference.next()).end({ body: '[{"label":"POSITIVE","score":1}]' });
    await lookUntilEnded(id);
    expect(await readAsyncRequest(ada, id)).toMatchObject({
      state: "done",
      answer: { text: '[{"label":"POSITIVE","score":1}]' },
    });
  });

  test("a failure is told in the container's words", async () => {
    const { id } = await send(ada);
    (await inference.next()).end({ status: 400, body: '{"error":"too odd"}' });
    await lookUntilEnded(id);
    expect(await readAsyncRequest(ada, id)).toMatchObject({
      state: "failed",
      problem: { awsCode: "ModelError", detail: { container: { status: 400, message: "too odd" } } },
    });
  });

  test("an id that is sent twice is sent once, and a refused request is kept as failed", async () => {
    const id = crypto.randomUUID();
    await send(ada, id);
    await send(ada, id);
    (await inference.next()).end();
    expect((await listAsyncRequests(ada, LIST)).total).toBe(1);
    const refused = crypto.randomUUID();
    const call = sendAsync(ada, { id: refused, endpoint: "nobody" }, json({}));
    await expect(call).rejects.toMatchObject({ problem: { code: "not-found" } });
    expect(await readRecord(ada, refused)).toMatchObject({ state: "failed" });
  });

  test("requests of others are seen and deleted by operators only", async () => {
    const { id } = await send(ada);
    (await inference.next()).end();
    expect((await listAsyncRequests(bob, LIST)).items).toEqual([]);
    await expect(readAsyncRequest(bob, id)).rejects.toMatchObject({ problem: { code: "not-found" } });
    await forgetRequests(bob, [id]);
    expect((await listAsyncRequests(operator, { ...LIST, search: "GOOD" })).total).toBe(1);
    expect((await listAsyncRequests(operator, { ...LIST, search: "nothing" })).total).toBe(0);
    await forgetRequests(operator, [id]);
    expect((await listAsyncRequests(ada, LIST)).total).toBe(0);
  });
});
