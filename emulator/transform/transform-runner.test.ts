import { DescribeTransformJobCommand, SageMakerClient, StopTransformJobCommand } from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { s3Client } from "../testing/s3-client.ts";
import { createModel, failureOf } from "../testing/sagemaker-fixtures.ts";
import { type ScriptedInference, scriptedInference } from "../testing/scripted-inference.ts";
import { startTestEmulator, type TestEmulator } from "../testing/start-test-emulator.ts";
import { createTransform, keysBelow, putText, textOf, whenOver } from "../testing/transform-fixtures.ts";

let inference: ScriptedInference;
let emulator: TestEmulator;
let client: SageMakerClient;
const s3 = () => s3Client(emulator);

beforeEach(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
  client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  await createModel(client, "m");
});
afterEach(() => emulator.close());

test("answers keep the order of their records, whichever comes first", async () => {
  await putText(s3(), "in.jsonl", "1\n2\n3\n");
  await createTransform(client, "ordered", "m", { input: "in.jsonl", over: { MaxConcurrentTransforms: 2 } });
  const first = await inference.next();
  const second = await inference.next();
  second.end({ body: "two" });
  first.end({ body: "one" });
  const third = await inference.next();
  expect(third.request.body.toString()).toBe("3");
  third.end({ body: "three" });
  await whenOver(client, "ordered");
  expect(await textOf(s3(), "out/ordered/in.jsonl.out")).toBe("one\ntwo\nthree\n");
});

test("MultiRecord fills requests up to the payload limit", async () => {
  const record = "x".repeat(400_000);
  await putText(s3(), "in.txt", `${record}\n${record}\n${record}`);
  await createTransform(client, "packed", "m", {
    input: "in.txt",
    contentType: "text/plain",
    over: { BatchStrategy: "MultiRecord", MaxPayloadInMB: 1 },
  });
  const sizes: number[] = [];
  for (let count = 0; count < 2; count += 1) {
    const call = await inference.next();
    sizes.push(call.request.body.length);
    call.end({ body: "ok" });
  }
  await whenOver(client, "packed");
  expect(sizes).toStrictEqual([800_001, 400_000]);
});

test("a failing container is asked again, a silent one ends the file", async () => {
  await putText(s3(), "in.jsonl", "1\n");
  await createTransform(client, "again", "m", {
    input: "in.jsonl",
    over: { ModelClientConfig: { InvocationsMaxRetries: 1 } },
  });
  (await inference.next()).end({ status: 503, body: "busy" });
  (await inference.next()).end({ body: "ok" });
  expect(await whenOver(client, "again")).toMatchObject({ TransformJobStatus: "Completed" });
  await createTransform(client, "silent", "m", {
    input: "in.jsonl",
    over: { ModelClientConfig: { InvocationsMaxRetries: 1 } },
  });
  (await inference.next()).end({ status: 0 });
  (await inference.next()).end({ status: 0 });
  expect(await whenOver(client, "silent")).toMatchObject({
    FailureReason: "AlgorithmError: See job logs for more information",
  });
});

test("a stopped job leaves no output of the file it was at", async () => {
  await putText(s3(), "in.jsonl", "1\n2\n");
  await createTransform(client, "stopped", "m", { input: "in.jsonl" });
  (await inference.next()).end({ body: "one" });
  const second = await inference.next();
  await client.send(new StopTransformJobCommand({ TransformJobName: "stopped" }));
  const { TransformJobStatus } = await client.send(new DescribeTransformJobCommand({ TransformJobName: "stopped" }));
  expect(TransformJobStatus).toBe("Stopping");
  second.end({ body: "two" });
  expect(await whenOver(client, "stopped")).toMatchObject({ TransformJobStatus: "Stopped" });
  expect(await keysBelow(s3(), "out/")).toStrictEqual([]);
  const refused = await failureOf(client.send(new StopTransformJobCommand({ TransformJobName: "stopped" })));
  expect(refused.message).toBe("The request was rejected because the transform job is in status Stopped.");
});

test("a job that ran while the emulator was stopped begins anew", async () => {
  await putText(s3(), "in.jsonl", "1\n");
  await createTransform(client, "restarted", "m", { input: "in.jsonl" });
  const lost = await inference.next();
  const restarting = emulator.restart();
  lost.end({ body: "lost" });
  emulator = await restarting;
  client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  (await inference.next()).end({ body: "found" });
  expect(await whenOver(client, "restarted")).toMatchObject({ TransformJobStatus: "Completed" });
  expect(await textOf(s3(), "out/restarted/in.jsonl.out")).toBe("found\n");
});
