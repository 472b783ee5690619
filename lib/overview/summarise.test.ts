import { describe, expect, test } from "vitest";

import type { EndpointDetail } from "@/lib/endpoints/detail-view";

import { countByStatus, findFailing, findIdle, sumCost } from "./summarise";

const NOW = Date.parse("2026-11-22T12:00:00Z");

function endpoint(name: string, over: Partial<EndpointDetail> = {}): EndpointDetail {
  return {
    name,
    arn: `arn:aws:sagemaker:us-east-1:111122223333:endpoint/${name}`,
    status: "InService",
    createdAt: "2026-11-20T12:00:00.000Z",
    updatedAt: null,
    configName: name,
    failureReason: null,
    shadows: [],
    pending: null,
    lastDeployment: null,
    oldFleet: [],
    shadowFleets: [],
    mode: "real-time",
    task: null,
    isConfigMissing: false,
    metricFrequencySeconds: 60,
    variants: [],
    cost: { usdPerHour: 0.5, priceDate: "2026-11-01" },
    ...over,
  };
}

test("statuses are counted, most first", () => {
  const counted = countByStatus([endpoint("a", { status: "Creating" }), endpoint("b"), endpoint("c")]);
  expect(counted).toStrictEqual([
    { status: "InService", count: 2 },
    { status: "Creating", count: 1 },
  ]);
});

describe("cost", () => {
  test("an unknown price is counted apart, never taken as free", () => {
    const unknown = endpoint("b", { cost: { usdPerHour: null, priceDate: null } });
    const older = endpoint("c", { cost: { usdPerHour: 1, priceDate: "2026-10-01" } });
    expect(sumCost([endpoint("a"), unknown, older], 3)).toStrictEqual({
      usdPerHour: 1.5,
      priceDate: "2026-10-01",
      pricedEndpoints: 2,
      unpricedEndpoints: 1,
      skippedEndpoints: 3,
    });
  });

  test("is unknown when no price is known", () => {
    expect(sumCost([endpoint("a", { cost: { usdPerHour: null, priceDate: null } })], 0).usdPerHour).toBeNull();
  });
});

test("broken endpoints come before those that answered with errors", () => {
  const broken = endpoint("broken", { status: "Failed", failureReason: "The model could not be loaded." });
  const calls = new Map([
    ["erring", { calls: 9, serverErrors: 2 }],
    ["made-up", { calls: 9, serverErrors: 1 }],
    ["fine", { calls: 9, serverErrors: 0 }],
  ]);
  const running = ["erring", "made-up", "fine"].map((name) => endpoint(name));
  expect(findFailing([broken], running, calls, new Set(["made-up"]))).toStrictEqual([
    { name: "broken", status: "Failed", reason: "The model could not be loaded.", isSample: false },
    { name: "erring", status: "InService", reason: "2 server errors in the last 24 hours", isSample: false },
    { name: "made-up", status: "InService", reason: "1 server error in the last 24 hours", isSample: true },
  ]);
});

test("idle endpoints are those that cost by the hour, are not new and were not called; dearest first", () => {
  const running = [
    endpoint("called"),
    endpoint("quiet"),
    endpoint("dear", { cost: { usdPerHour: 4, priceDate: "2026-11-01" } }),
    endpoint("new", { createdAt: "2026-11-22T11:30:00.000Z" }),
    endpoint("serverless", { mode: "serverless" }),
  ];
  const idle = findIdle(running, new Map([["called", { calls: 1, serverErrors: 0 }]]), NOW);
  expect(idle.map(({ name }) => name)).toStrictEqual(["dear", "quiet"]);
});
