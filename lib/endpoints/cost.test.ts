import { expect, test } from "vitest";

import { bundledPrices } from "@/lib/costs/price-table";

import { hourlyCost } from "./cost";

const two = (instanceType: string) => [{ instanceType, instances: 2 }];

test("a real-time endpoint costs its instances, and is unknown without a price", () => {
  expect(hourlyCost(two("ml.m5.xlarge"), bundledPrices("us-east-1"), false)).toMatchObject({ usdPerHour: 0.46 });
  expect(hourlyCost(two("ml.m5.xlarge"), bundledPrices("sa-east-1"), false)).toStrictEqual({
    usdPerHour: null,
    priceDate: null,
  });
});

test("an asynchronous endpoint has prices of its own, and none where the list has none", () => {
  expect(hourlyCost(two("ml.g6e.2xlarge"), bundledPrices("us-east-1"), true)).toStrictEqual({
    usdPerHour: 5.6052,
    priceDate: "2026-09-20",
  });
  expect(hourlyCost(two("ml.m5.xlarge"), bundledPrices("us-east-1"), true)).toStrictEqual({
    usdPerHour: null,
    priceDate: null,
  });
});
