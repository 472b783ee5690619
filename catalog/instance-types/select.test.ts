import { expect, test } from "vitest";

import { instanceTypes, priceSources, prices, serverlessPrices } from "./data";
import { describeHardware, instancesFor, instanceTypeById, priceOf, serverlessPriceFrom } from "./select";

test("every type appears once, and the counts are those of the API model", () => {
  expect(new Set(instanceTypes.map((row) => row.type)).size).toBe(291);
  expect(instancesFor("hosting")).toHaveLength(277);
  expect(instancesFor("training")).toHaveLength(151);
  expect(instancesFor("transform")).toHaveLength(108);
});

test("a type is spelled by its family and size", () => {
  for (const row of instanceTypes) expect(row.type).toBe(`ml.${row.family}.${row.size}`);
});

test("only a type with an accelerator is more than a CPU", () => {
  for (const row of instanceTypes) expect(row.accelerator === null).toBe(row.deviceClass === "cpu");
});

test("every price names a known source and a day", () => {
  expect(prices).toHaveLength(209);
  for (const row of [...prices, ...serverlessPrices]) expect(Object.keys(priceSources)).toContain(row.source);
});

test("the newest price of a region wins", () => {
  expect(priceOf("ml.m5.xlarge", "us-east-1")).toStrictEqual({
    usdPerHour: 0.23,
    date: "2026-09-27",
    source: expect.stringContaining("Price List API"),
  });
  // A 2025 file has 37.688 for this type; prices fell since.
  expect(priceOf("ml.p4d.24xlarge", "us-east-1")?.usdPerHour).toBeLessThan(26);
});

test("a price that nobody read is null", () => {
  expect(priceOf("ml.m5.xlarge", "eu-north-1")).toBeNull();
  expect(priceOf("ml.nothing.xlarge", "us-east-1")).toBeNull();
});

test("a serverless price is that of the next size with one, and names its size", () => {
  const known = { memoryMb: 3072, usdPerSecond: 0.00006, date: "2026-09-09", source: expect.stringContaining("SKU") };
  expect(serverlessPriceFrom(3072, "us-east-1")).toStrictEqual(known);
  expect(serverlessPriceFrom(1024, "us-east-1")).toStrictEqual(known);
  expect([serverlessPriceFrom(4096, "us-east-1"), serverlessPriceFrom(3072, "eu-west-1")]).toStrictEqual([null, null]);
});

test("hardware is told in one line", () => {
  const row = instanceTypeById("ml.g5.xlarge");
  expect(row && describeHardware(row)).toBe("4 vCPU · 16 GiB · 1 × NVIDIA A10G, 22 GiB");
  expect(instanceTypeById("ml.m5.nano")).toBeNull();
});
