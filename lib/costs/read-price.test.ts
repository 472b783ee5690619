import { expect, test } from "vitest";

import { readListedPrice, withoutContradictions } from "./read-price";

/** An item as the Price List API sends it. */
function item(usagetype: string, usd: string, { unit = "Hrs", currency = "USD", steps = 1 } = {}): string {
  const dimension = { unit, rateCode: "S.T.R", beginRange: "0", endRange: "Inf", pricePerUnit: { [currency]: usd } };
  return JSON.stringify({
    product: { productFamily: "ML Instance", sku: "S", attributes: { usagetype, regionCode: "us-east-1" } },
    serviceCode: "AmazonSageMaker",
    terms: {
      OnDemand: {
        "S.T": {
          effectiveDate: "2026-11-01T00:00:00Z",
          priceDimensions: Object.fromEntries(Array.from({ length: steps }, (_, step) => [`S.T.${step}`, dimension])),
        },
      },
    },
    publicationDate: "2026-11-20T02:56:06Z",
  });
}

test.each([
  ["USE1-Host:ml.m5.xlarge", "hosting", "ml.m5.xlarge"],
  ["Host:ml.g5.12xlarge", "hosting", "ml.g5.12xlarge"],
  ["EUW3-AsyncInf:ml.g6.xlarge", "async", "ml.g6.xlarge"],
  ["APN1-Train:ml.p6e-gb200.36xlarge", "training", "ml.p6e-gb200.36xlarge"],
  ["USE1-Tsform:ml.c5.9xlarge", "transform", "ml.c5.9xlarge"],
])("%s is the price of an instance for %s", (usage, component, type) => {
  expect(readListedPrice(item(usage, "0.2300000000"))).toStrictEqual({
    kind: "instance",
    type,
    component,
    usd: 0.23,
    date: "2026-11-01",
  });
});

test("a serverless second is the price of its memory", () => {
  expect(readListedPrice(item("USE1-ServerlessInf:Mem-3GB", "0.0000600000", { unit: "seconds" }))).toStrictEqual({
    kind: "serverless",
    memoryMb: 3_072,
    usd: 0.00006,
    date: "2026-11-01",
  });
});

test.each([
  ["another product", item("USE1-Notebk:ml.t3.medium", "0.05")],
  ["a product without an instance", item("USE1-Host:VolumeUsage.gp2", "0.14")],
  ["a parent of products", item("Host:ml.m.xlarge-HostingParent", "0.1")],
  ["provisioned concurrency", item("USE1-ServerlessProvisioned:Mem-3GB", "0.00001", { unit: "seconds" })],
  ["another unit", item("USE1-Host:ml.m5.xlarge", "0.23", { unit: "Quantity" })],
  ["another currency", item("CNW1-Host:ml.m5.xlarge", "2.3", { currency: "CNY" })],
  ["nothing to pay", item("USE1-Host:ml.m5.xlarge", "0.0000000000")],
  ["steps", item("USE1-Host:ml.m5.xlarge", "0.23", { steps: 2 })],
  ["no terms", JSON.stringify({ product: { attributes: { usagetype: "USE1-Host:ml.m5.xlarge" } } })],
])("%s is no price", (_, text) => {
  expect(readListedPrice(text)).toBeNull();
});

test("of what has two prices nobody knows which is charged", () => {
  const price = (type: string, usd: number) =>
    ({ kind: "instance", type, component: "hosting", usd, date: "2026-11-01" }) as const;
  const same = price("ml.m5.xlarge", 0.23);
  expect(withoutContradictions([same, price("ml.g5.xlarge", 1), same, price("ml.g5.xlarge", 2)])).toStrictEqual([same]);
});
