import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { pricingRegion } from "@/lib/aws/pricing/list-prices";
import { readEndpoint, readEndpointRows } from "@/lib/endpoints/service";
import { instancesCost } from "@/lib/instances/cost";
import { pricedCards } from "@/lib/recipes/priced-cards";
import { readReplayHistory } from "@/lib/scaling/replay/service";
import { onBothDatabases } from "@/lib/testing/test-database";
import type { Workspace } from "@/lib/workspaces/view";

import { regionPrices, serverlessPriceFrom } from "./price-table";
import { packedPricesOf, pricesOf } from "./prices";
import { refreshPrices } from "./refresh-prices";

const NOW = new Date("2026-11-20T12:00:00Z");
let emulator: TestEmulator;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  vi.stubEnv("EMULATOR_URL", emulator.url);
});
beforeEach(() => {
  workspace = { id: "w", region: "eu-west-3", isEmulator: true, endpointUrl: null, roleArn: null } as Workspace;
});
afterAll(() => emulator.close());

const priceIn = async (of: Workspace) => {
  const { table, source } = await pricesOf(of);
  return { source, price: table.instanceHour("ml.g6.xlarge", "async") };
};

onBothDatabases(() => {
  test("prices of the region are read by the endpoint that has them, kept, and told with their days", async () => {
    expect((await priceIn(workspace)).source).toMatchObject({ kind: "bundled", readAt: null });
    expect(await refreshPrices(workspace, NOW)).toStrictEqual({ known: 5 });
    expect(await priceIn(workspace)).toStrictEqual({
      price: { usd: 1.4302, date: "2026-10-04" },
      source: { kind: "aws", readAt: NOW.toISOString(), known: 5, oldest: "2026-10-04", newest: "2026-10-04" },
    });
    const later = new Date("2026-11-21T12:00:00Z");
    await refreshPrices(workspace, later);
    expect((await priceIn(workspace)).source.readAt).toBe(later.toISOString());
  });

  test("an emulator's prices are those of its workspace alone", async () => {
    await refreshPrices(workspace, NOW);
    const onAws = { ...workspace, id: "aws", isEmulator: false };
    expect((await priceIn(onAws)).source.kind).toBe("bundled");
    expect((await priceIn({ ...workspace, id: "other" })).source.kind).toBe("bundled");
  });

  test("who may not read prices is told so, and the known ones stay", async () => {
    await refreshPrices(workspace, NOW);
    const error = {
      type: "AccessDeniedException",
      message: "User: reader is not authorized to perform: pricing:GetProducts",
      status: 400,
    };
    const fault = { service: "pricing", operation: "GetProducts", times: 1, error };
    await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
    await expect(refreshPrices(workspace)).rejects.toMatchObject({
      problem: { code: "forbidden", message: error.message, requestId: expect.any(String) },
    });
    expect((await priceIn(workspace)).source).toMatchObject({ kind: "aws", readAt: NOW.toISOString() });
  });

  test("a region without prices in the list keeps what was known", async () => {
    await expect(refreshPrices({ ...workspace, region: "sa-east-1" })).rejects.toMatchObject({
      problem: { code: "not-found" },
    });
    expect((await priceIn({ ...workspace, region: "sa-east-1" })).source).toMatchObject({ kind: "bundled", known: 0 });
  });
});

onBothDatabases(() => {
  test("after it the endpoints, their rows, a replay, and what the browser counts with have the prices that were read", async () => {
    const here = { ...workspace, region: "us-east-1" };
    await fetch(`${emulator.url}/_emulator/scenarios`, {
      method: "POST",
      body: JSON.stringify({ name: "sample-traffic" }),
    });
    const shown = async () => {
      const packed = await packedPricesOf(here);
      const inBrowser = regionPrices(here.region, packed && (JSON.parse(JSON.stringify(packed)) as typeof packed));
      const [row] = await readEndpointRows(here, ["sample-traffic"]);
      const asked = { variant: "AllTraffic", span: "1d" } as const;
      const replay = await readReplayHistory(here, "sample-traffic", asked, emulator.clock.now());
      return {
        endpoint: (await readEndpoint(here, "sample-traffic")).cost.usdPerHour,
        row: row?.cost.usdPerHour,
        replay: replay.price?.usdPerHour,
        training: instancesCost("training", "ml.g5.xlarge", 2, inBrowser)?.usdPerHour,
        async: instancesCost("async", "ml.g6e.2xlarge", 2, inBrowser)?.usdPerHour,
        recipe: pricedCards(inBrowser).find(({ usdPerHour }) => usdPerHour !== null)?.usdPerHour,
        serverless: serverlessPriceFrom(inBrowser, 2048)?.usd,
      };
    };
    const before = await shown();
    await fetch(`${emulator.url}/_emulator/scenarios`, {
      method: "POST",
      body: JSON.stringify({ name: "raised-prices" }),
    });
    await refreshPrices(here, NOW);
    const after = await shown();
    for (const [what, usd] of Object.entries(before)) {
      expect(usd, what).toBeGreaterThan(0);
      expect(after[what as keyof typeof after], what).toBeCloseTo(Number(usd) * 1.1, 8);
    }
  });
});

test.each([
  ["us-west-2", "us-east-1"],
  ["eu-west-3", "eu-central-1"],
  ["me-south-1", "eu-central-1"],
  ["ap-northeast-1", "ap-south-1"],
  ["cn-north-1", "cn-northwest-1"],
  ["sa-east-1", "us-east-1"],
])("prices of %s are asked for in %s", (region, asked) => {
  expect(pricingRegion(region)).toBe(asked);
});

test("where AWS has no price list, that is said", () => {
  expect(() => pricingRegion("us-gov-west-1")).toThrow("AWS has no Price List API for us-gov-west-1.");
});
