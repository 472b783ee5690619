import { describe, expect, test } from "vitest";

import { computeLedger, hoursBetween, type LedgerEntry, ratePerHour, type Span } from "./ledger";
import { bundledPrices, listedPrices, type PriceTable, packPrices } from "./price-table";

/** The prices of the hand-computed ledger: round numbers that a person can multiply. */
const PRICES: PriceTable = listedPrices(
  packPrices([
    { kind: "instance", type: "ml.m5.xlarge", component: "hosting", usd: 0.23, date: "2026-09-27" },
    { kind: "instance", type: "ml.g5.xlarge", component: "hosting", usd: 1.408, date: "2026-09-01" },
    { kind: "instance", type: "ml.g5.xlarge", component: "training", usd: 1.408, date: "2026-09-01" },
    { kind: "instance", type: "ml.m5.xlarge", component: "transform", usd: 0.23, date: "2026-09-27" },
    { kind: "serverless", memoryMb: 3072, usd: 0.00006, date: "2026-09-09" },
  ]),
  { instanceHour: () => null, serverlessSecond: () => null },
);

const at = (text: string) => Date.parse(`2026-11-${text}Z`);
const span = (from: string, to: string, count: number): Span => ({ from: at(from), to: at(to), count });
const WINDOW = { from: at("01T00:00:00"), to: at("03T00:00:00") };

function usdOf(...usages: LedgerEntry["usages"]): number {
  const line = computeLedger([{ id: "x", usages }], PRICES, WINDOW).lines[0];
  expect(line?.unpriced).toStrictEqual([]);
  return Math.round((line?.usd ?? Number.NaN) * 100) / 100;
}

const hosted = (...spans: Span[]) =>
  ({ kind: "instances", instanceType: "ml.m5.xlarge", component: "hosting", spans }) as const;

describe("by hand, to the cent", () => {
  test("a count that changes three times within an hour", () => {
    // 20 min × 1 + 15 min × 3 + 25 min × 2 + 24 h × 2 = 20 + 45 + 50 + 2,880 = 2,995 instance-minutes
    // 2,995 / 60 × $0.23 = $11.4808…
    const changing = hosted(
      span("01T10:00:00", "01T10:20:00", 1),
      span("01T10:20:00", "01T10:35:00", 3),
      span("01T10:35:00", "02T11:00:00", 2),
    );
    expect(usdOf(changing)).toBe(11.48);
  });

  test("a change of the instance type within an hour", () => {
    // 40 min of $0.23 + 20 min of $1.408 = 0.15333 + 0.46933 = $0.62
    const after = {
      kind: "instances",
      instanceType: "ml.g5.xlarge",
      component: "hosting",
      spans: [span("01T10:40:00", "01T11:00:00", 1)],
    } as const;
    expect(usdOf(hosted(span("01T10:00:00", "01T10:40:00", 1)), after)).toBe(0.62);
  });

  test("serverless calls: 250,000 of 180 ms with 3 GB", () => {
    // 45,000 s × $0.00006 = $2.70
    expect(usdOf({ kind: "serverless", memoryMb: 3072, spans: [span("01T00:00:00", "02T00:00:00", 45_000)] })).toBe(
      2.7,
    );
  });

  test("a stopped training job on two instances is billed for what it ran", () => {
    // stopped after 47 min 13 s: 2,833 s × 2 × $1.408 / 3,600 = $2.2160…
    const job = {
      kind: "instances",
      instanceType: "ml.g5.xlarge",
      component: "training",
      spans: [span("01T23:30:00", "02T00:17:13", 2)],
    } as const;
    expect(usdOf(job)).toBe(2.22);
  });

  test("what lies before the month is not in it", () => {
    // 23:00 of the day before to 02:00: two hours of $0.23
    expect(usdOf(hosted({ from: WINDOW.from - 3_600_000, to: at("01T02:00:00"), count: 1 }))).toBe(0.46);
  });

  test("an asynchronous endpoint at zero costs nothing", () => {
    expect(usdOf(hosted(span("01T00:00:00", "02T00:00:00", 0)))).toBe(0);
  });
});

test("each hour has its part of the sum", () => {
  const { lines, hours } = computeLedger(
    [{ id: "x", usages: [hosted(span("01T00:30:00", "01T02:15:00", 2))] }],
    PRICES,
    { from: WINDOW.from, to: at("01T03:00:00") },
  );
  expect(hours).toHaveLength(3);
  expect(lines[0]?.usdByHour.map((usd) => Number(usd.toFixed(6)))).toStrictEqual([0.23, 0.46, 0.115]);
  expect(lines[0]?.priceDate).toBe("2026-09-27");
});

test("a price that is not known is named and left out of the sum, never guessed", () => {
  const unknown = {
    kind: "instances",
    instanceType: "ml.m5.xlarge",
    component: "async",
    spans: [span("01T00:00:00", "01T01:00:00", 1)],
  } as const;
  const provisioned = { kind: "provisioned", memoryMb: 2048, spans: [span("01T00:00:00", "01T01:00:00", 1)] } as const;
  const { lines } = computeLedger(
    [
      { id: "unknown", usages: [unknown] },
      { id: "partly", usages: [unknown, provisioned, hosted(span("01T00:00:00", "01T01:00:00", 1))] },
    ],
    PRICES,
    WINDOW,
  );
  expect(lines.map(({ usd, unpriced }) => ({ usd, unpriced }))).toStrictEqual([
    { usd: null, unpriced: ["ml.m5.xlarge, asynchronous"] },
    { usd: 0.23, unpriced: ["ml.m5.xlarge, asynchronous", "provisioned concurrency with 2 GB"] },
  ]);
});

test("the rate is that of the moment", () => {
  const changing = hosted(span("01T10:00:00", "01T10:20:00", 1), span("01T10:20:00", "01T11:00:00", 3));
  expect(ratePerHour([changing], PRICES, at("01T10:30:00"))).toBeCloseTo(0.69, 10);
  expect(ratePerHour([changing], PRICES, at("01T12:00:00"))).toBe(0);
  expect(ratePerHour([{ ...changing, component: "async" }], PRICES, at("01T10:30:00"))).toBeNull();
});

test("what AWS's list says stands before what came with the console", () => {
  const bundled = bundledPrices("us-east-1");
  const listed = listedPrices(
    packPrices([{ kind: "instance", type: "ml.m5.xlarge", component: "async", usd: 0.5, date: "2026-11-01" }]),
    bundled,
  );
  expect(bundled.instanceHour("ml.m5.xlarge", "async")).toBeNull();
  expect(listed.instanceHour("ml.m5.xlarge", "async")).toStrictEqual({ usd: 0.5, date: "2026-11-01" });
  expect(listed.instanceHour("ml.m5.xlarge", "hosting")).toStrictEqual(bundled.instanceHour("ml.m5.xlarge", "hosting"));
  // 3 GB is known, 2 GB is not: the larger one's price must not stand in.
  expect(listed.serverlessSecond(3072)?.usd).toBe(0.00006);
  expect(listed.serverlessSecond(2048)).toBeNull();
});

test("hours begin at the full hour", () => {
  expect(hoursBetween(at("01T10:40:00"), at("01T12:10:00")).map((hour) => new Date(hour).toISOString())).toStrictEqual([
    "2026-11-01T10:00:00.000Z",
    "2026-11-01T11:00:00.000Z",
    "2026-11-01T12:00:00.000Z",
  ]);
});
