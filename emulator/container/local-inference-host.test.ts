import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "tar";
import { afterEach, expect, test, vi } from "vitest";
import { ContainerStartError, type ServingTarget } from "./inference-host.ts";
import type { InferenceHostOptions } from "./local-inference-host.ts";
import { bundledTarget, json, startTestHost, type TestHost } from "./testing/test-host.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const hosts: TestHost[] = [];
afterEach(() => hosts.splice(0).forEach((host) => void host.close()));

function startHost(options: Partial<InferenceHostOptions> = {}): TestHost {
  const host = startTestHost(options);
  hosts.push(host);
  return host;
}

const LOADED = /WorkerLifeCycle - Model \S+ loaded/;
/** Enough work to be interrupted: some tens of milliseconds for each of the texts. */
const SLOW = { inputs: Array.from({ length: 200 }, () => "once upon a time"), parameters: { max_new_tokens: 60 } };

test("a thousand endpoints of one model share one process and one load", async () => {
  const host = startHost({ processes: 2 });
  const targets = Array.from({ length: 1000 }, (_, index) => bundledTarget("afinn-sentiment", `endpoint-${index}`));
  await Promise.all(targets.map((target) => host.start(target)));
  expect(host.lines.filter((line) => LOADED.test(line))).toHaveLength(1000);
  expect(host.pids()).toHaveLength(1);
  expect(host.loads()).toBe(1);
});

test("the model used longest ago makes room, and comes back when it is asked", async () => {
  const host = startHost({ limits: { maxModels: 2, maxBytes: 1e9 } });
  for (const id of ["afinn-sentiment", "tiny-digits", "tiny-ner"]) await host.start(bundledTarget(id));
  expect(host.holds(bundledTarget("afinn-sentiment"))).toBe(false);
  expect(host.holds(bundledTarget("tiny-ner"))).toBe(true);
  expect(json(await host.ask("afinn-sentiment", { inputs: "good" }))).toMatchObject([{ label: "POSITIVE" }]);
  expect(host.holds(bundledTarget("tiny-digits"))).toBe(false);
});

test("an answer that takes too long is given up, and the next one is made by a new process", async () => {
  const host = startHost({ invokeTimeoutMs: 300 });
  await host.start(bundledTarget("tiny-stories-lm"));
  const [first] = host.pids();
  const slow = await host.ask("tiny-stories-lm", SLOW);
  expect(slow.status).toBe(0);
  expect(slow.body.toString()).toMatch(
    /^Your invocation timed out while waiting for a response from container primary\./,
  );
  await host.start(bundledTarget("tiny-stories-lm"));
  expect((await host.ask("tiny-stories-lm", { inputs: "once", parameters: { max_new_tokens: 1 } })).status).toBe(200);
  expect(host.pids()).not.toContain(first);
});

test("a stream that takes too long is given up after the parts that came", async () => {
  const host = startHost({ streamTimeoutMs: 2_000 });
  const image = "huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04";
  const target = { ...bundledTarget("tiny-stories-lm"), image };
  await host.start(target);
  const parts: Uint8Array[] = [];
  const body = Buffer.from('{"inputs":"once upon a time","parameters":{"max_new_tokens":200},"stream":true}');
  const answer = await host.invoke(
    target,
    { contentType: "application/json", accept: null, customAttributes: null, body },
    { onPart: (bytes) => void parts.push(bytes), tokenDelayMs: 200 },
  );
  expect(answer.status).toBe(0);
  expect(parts.length).toBeGreaterThan(0);
});

test("each instance works with a process of its own, up to those of the machine", async () => {
  const host = startHost({ processes: 3 });
  const target = bundledTarget("afinn-sentiment");
  await host.start(target);
  const request = { contentType: "application/json", accept: null, customAttributes: null };
  const body = Buffer.from('{"inputs":"good"}');
  for (const [instances, processes] of [
    [1, 1],
    [2, 2],
    [9, 3],
  ] as const) {
    const calls = Array.from({ length: 6 }, () => host.invoke(target, { ...request, body }, { instances }));
    for (const { status } of await Promise.all(calls)) expect(status).toBe(200);
    expect(host.pids()).toHaveLength(processes);
  }
}, 90_000);

test("a process that dies answers as MMS does, and is replaced", async () => {
  const host = startHost();
  await host.start(bundledTarget("tiny-stories-lm"));
  const slow = host.ask("tiny-stories-lm", SLOW);
  process.kill(host.pids()[0] ?? 0, "SIGKILL");
  expect(json(await slow)).toStrictEqual({ code: 500, type: "InternalServerException", message: "Worker died." });
  expect((await host.ask("afinn-sentiment", { inputs: "good" })).status).toBe(200);
});

test("when the queue is full the server is unavailable", async () => {
  const host = startHost();
  const environment = { MMS_JOB_QUEUE_SIZE: "2" };
  await host.start(bundledTarget("afinn-sentiment", "afinn-sentiment", environment));
  const ask = () => host.ask("afinn-sentiment", { inputs: "good" }, { environment });
  const answers = await Promise.all(Array.from({ length: 10 }, ask));
  const refused = answers.filter((answer) => answer.status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(json(refused[0] ?? (answers[0] as never))).toStrictEqual({
    code: 503,
    type: "ServiceUnavailableException",
    message:
      "No worker is available to serve request for model: bundled__afinn-sentiment. Consider increasing job queue size.",
  });
});

test("utilisation is what the calls of a variant really used", async () => {
  const host = startHost();
  await host.ask("tiny-stories-lm", { inputs: "once upon a time" });
  host.publishUsage();
  host.publishUsage();
  const valuesOf = (name: string) => host.metrics.filter((metric) => metric.name === name).map(({ value }) => value);
  const [busy = 0, idle] = valuesOf("CPUUtilization");
  expect(busy).toBeGreaterThan(0);
  expect(idle).toBe(0);
  expect(valuesOf("MemoryUtilization")[0]).toBeGreaterThan(0);
  expect(host.metrics[0]).toMatchObject({
    namespace: "/aws/sagemaker/Endpoints",
    unit: "Percent",
    dimensions: [
      { Name: "EndpointName", Value: "tiny-stories-lm" },
      { Name: "VariantName", Value: "AllTraffic" },
    ],
  });
});

/** A container whose model is an archive of a folder. */
function archived(fill: (folder: string) => void): { options: Partial<InferenceHostOptions>; target: ServingTarget } {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  mkdirSync(join(folder, "model"));
  fill(join(folder, "model"));
  const file = join(folder, "model.tar.gz");
  create({ gzip: true, file, cwd: join(folder, "model"), sync: true, portable: true }, ["."]);
  const objectFile = (bucket: string, key: string) => (`${bucket}/${key}` === "bucket/a/model.tar.gz" ? file : null);
  const environment = {};
  const target = { ...bundledTarget("x", "archived"), environment, modelDataUrl: "s3://bucket/a/model.tar.gz" };
  return { options: { objectFile }, target };
}

const copySentiment = (folder: string): void => cpSync("emulator/models/afinn-sentiment", folder, { recursive: true });

test("an archive in S3 is a model, its task inferred from its config", async () => {
  const { options, target } = archived(copySentiment);
  const host = startHost(options);
  await host.start(target);
  const request = { contentType: "application/json", accept: null, customAttributes: null };
  const answer = await host.invoke(target, { ...request, body: Buffer.from('{"inputs":"awful"}') });
  expect(json(answer)).toMatchObject([{ label: "NEGATIVE" }]);
});

test.each<[string, (folder: string) => void, RegExp]>([
  [
    "weights that only PyTorch reads",
    (folder) => {
      copySentiment(folder);
      rmSync(join(folder, "onnx"), { recursive: true });
      writeFileSync(join(folder, "model.safetensors"), "");
    },
    /has its weights as model\.safetensors only\. The emulator runs ONNX/,
  ],
  ["no config", (folder) => writeFileSync(join(folder, "model.onnx"), ""), /has no config\.json at its root/],
  [
    "a link",
    (folder) => {
      copySentiment(folder);
      symlinkSync("/etc/passwd", join(folder, "vocab.txt"));
    },
    /could not be extracted: .*vocab\.txt is neither a file nor a folder/,
  ],
  [
    "an ONNX file that is none",
    (folder) => {
      copySentiment(folder);
      writeFileSync(join(folder, "onnx/model.onnx"), "junk");
    },
    /protobuf|parsing|load model/i,
  ],
])("an archive with %s does not start", async (_what, fill, reason) => {
  const { options, target } = archived(fill);
  const host = startHost(options);
  const failure = await host.start(target).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(ContainerStartError);
  expect((failure as Error).message).toMatch(reason);
  expect(host.lines.some((line) => reason.test(line))).toBe(true);
});

test.each([
  ["nothing at all", { environment: {} }, /has no model: set the environment variable HF_MODEL_ID/],
  ["data that is not there", { environment: {}, modelDataUrl: "s3://b/k" }, /Could not find model data at s3:\/\/b\/k/],
  [
    "an unknown task",
    { environment: { HF_MODEL_ID: "bundled/tiny-ner", HF_TASK: "telepathy" } },
    /Unknown task telepathy/,
  ],
  [
    "a model for tables that is none of rules",
    { environment: { HF_MODEL_ID: "bundled/tiny-ner", HF_TASK: "table-question-answering" } },
    /cannot run models for table-question-answering/,
  ],
  ["no task that the toolkit can infer", { environment: { HF_MODEL_ID: "bundled/tiny-digits" } }, /Use env `HF_TASK`/],
])("a container with %s does not start", async (_what, change, reason) => {
  await expect(startHost().start({ ...bundledTarget("x"), ...change })).rejects.toThrow(reason);
});
