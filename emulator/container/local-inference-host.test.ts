import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { createInferenceHost } from "./local-inference-host.ts";

const lines: string[] = [];
const host = createInferenceHost({
  cacheDir: mkdtempSync(join(tmpdir(), "models-")),
  objectFile: () => null,
  telemetry: {
    putLog: (_region, _group, _stream, events) => lines.push(...events.map((event) => event.message)),
    putMetric: () => undefined,
  },
  clock: systemClock,
});
afterAll(() => host.close());

const target = {
  region: "us-east-1",
  endpointName: "reviews",
  variantName: "AllTraffic",
  image: "image",
  modelDataUrl: null,
  environment: { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" },
};

test("a sentence gets the model's real scores", async () => {
  await host.start(target);
  const request = { contentType: "application/json", accept: null, customAttributes: null };
  const answer = await host.invoke(target, { ...request, body: Buffer.from('{"inputs":"I love this"}') });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body.toString())).toStrictEqual([{ label: "POSITIVE", score: expect.closeTo(0.99999, 4) }]);
  expect(lines.at(-1)).toMatch(/ACCESS_LOG - .* "POST \/invocations HTTP\/1.1" 200 \d+$/);
});
