import { afterAll, expect, test, vi } from "vitest";
import { bundledTarget, json, startTestHost } from "../testing/test-host.ts";
import { readServerLimits } from "./server-limits.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const host = startTestHost();
afterAll(() => host.close());

test("a container without settings has the servers' own limits", () => {
  expect(readServerLimits({})).toStrictEqual({
    maxRequestBytes: 6_553_500,
    maxResponseBytes: 6_553_500,
    queueSize: 100,
    workers: null,
    responseTimeoutMs: 3_600_000,
  });
});

test("the environment sets limits, and the server's own variables win over the toolkit's", () => {
  expect(
    readServerLimits({
      SAGEMAKER_MAX_PAYLOAD_IN_MB: "20",
      MMS_MAX_RESPONSE_SIZE: "2000",
      MMS_JOB_QUEUE_SIZE: "7",
      SAGEMAKER_MODEL_SERVER_WORKERS: "1",
      SAGEMAKER_MODEL_SERVER_TIMEOUT_SECONDS: "30",
    }),
  ).toStrictEqual({
    maxRequestBytes: 20 * 1024 ** 2,
    maxResponseBytes: 2000,
    queueSize: 7,
    workers: 1,
    responseTimeoutMs: 30_000,
  });
  const both = { SAGEMAKER_MAX_PAYLOAD_IN_MB: "20", MMS_MAX_REQUEST_SIZE: "100" };
  expect(readServerLimits(both).maxRequestBytes).toBe(100);
});

test.each([
  [{ SAGEMAKER_MAX_PAYLOAD_IN_MB: "much" }, "invalid literal for int() with base 10: 'much'"],
  [{ MMS_JOB_QUEUE_SIZE: "2.5" }, 'java.lang.NumberFormatException: For input string: "2.5"'],
])("a container with %j does not start", async (environment, reason) => {
  await expect(host.start(bundledTarget("afinn-sentiment", "e", environment as never))).rejects.toThrow(reason);
});

test("a request above the server's limit is refused without a word", async () => {
  const body = { inputs: "good ".repeat(100) };
  const environment = { MMS_MAX_REQUEST_SIZE: "200" };
  const refused = await host.ask("afinn-sentiment", body, { environment });
  expect([refused.status, refused.body.length]).toStrictEqual([413, 0]);
  expect((await host.ask("afinn-sentiment", body)).status).toBe(200);
});

test("an answer above the server's limit costs a worker, and the log says why", async () => {
  const body = { inputs: Array.from({ length: 20 }, () => "good") };
  const answer = await host.ask("afinn-sentiment", body, { environment: { MMS_MAX_RESPONSE_SIZE: "100" } });
  expect(json(answer)).toStrictEqual({ code: 500, type: "InternalServerException", message: "Worker died." });
  expect(host.lines).toContainEqual(
    expect.stringMatching(/CorruptedFrameException: Message size exceed limit: \d{3,}$/),
  );
});

test("a server that waits less than SageMaker gives its worker up", async () => {
  const slow = { inputs: Array.from({ length: 200 }, () => "once upon a time"), parameters: { max_new_tokens: 60 } };
  await host.start(bundledTarget("tiny-stories-lm"));
  const environment = { SAGEMAKER_MODEL_SERVER_TIMEOUT_SECONDS: "1" };
  expect(json(await host.ask("tiny-stories-lm", slow, { environment }))).toMatchObject({ message: "Worker died." });
});
