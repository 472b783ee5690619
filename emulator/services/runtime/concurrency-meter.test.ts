import { expect, test } from "vitest";
import { manualClock } from "../../clock.ts";
import type { MetricDatum } from "../../telemetry/telemetry.ts";
import { createConcurrencyMeter } from "./concurrency-meter.ts";
import type { ServingVariant } from "./serving-endpoint.ts";

const target = {
  region: "us-east-1",
  endpointName: "e",
  variantName: "A",
  image: "",
  modelDataUrl: null,
  environment: {},
};
const variant: ServingVariant = { name: "A", weight: 1, instanceCount: 1, serverless: null, target };

function meterWith() {
  const data: MetricDatum[] = [];
  const clock = manualClock();
  const telemetry = { putMetric: (_: string, datum: MetricDatum) => void data.push(datum), putLog: () => undefined };
  const meter = createConcurrencyMeter({ clock, telemetry, stopping: new AbortController().signal });
  const values = () => data.splice(0).map(({ name, value }) => [name, value]);
  return { meter, clock, values };
}

test("requests that last are published every ten seconds, by variant and by copy", () => {
  const { meter, clock, values } = meterWith();
  const ofVariant = { region: "us-east-1", endpointName: "e", variant };
  const ofComponent = { ...ofVariant, variant: { ...variant, component: { name: "c", copies: 2 } } };
  const first = meter.enter(ofVariant);
  expect(meter.enter(ofVariant).concurrent).toBe(2);
  meter.enter(ofComponent);
  clock.advance(9_000);
  expect(values()).toStrictEqual([]);
  clock.advance(1_000);
  expect(values()).toStrictEqual([
    ["ConcurrentRequestsPerModel", 2],
    ["ConcurrentRequestsPerCopy", 0.5],
  ]);
  first.leave();
  clock.advance(10_000);
  expect(values()[0]).toStrictEqual(["ConcurrentRequestsPerModel", 1]);
});

test("nothing is published of what is over, nor of a serverless variant", () => {
  const { meter, clock, values } = meterWith();
  meter.enter({ region: "us-east-1", endpointName: "e", variant }).leave();
  const serverless = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
  meter.enter({ region: "us-east-1", endpointName: "s", variant: { ...variant, serverless } });
  clock.advance(10_000);
  expect(values()).toStrictEqual([]);
});
