import { expect, test } from "vitest";

import type { ChartRow } from "@/catalog/metrics/schema";
import { pickableChart } from "@/catalog/metrics/select";

import { emptyBecause, notEmitted } from "./empty-because";

const facts = {
  subject: "endpoint" as const,
  hasTraffic: false,
  isForbidden: false,
  instanceTypes: ["ml.g5.xlarge"],
  createdAt: "2026-11-01T00:00:00Z",
  toMs: Date.parse("2026-11-02T00:00:00Z"),
};

function chart(id: string): ChartRow {
  const found = pickableChart(id);
  if (!found) throw new Error(`There is no chart ${id}.`);
  return found;
}

test.each([
  ["invocations", {}, "No traffic in this window."],
  ["invocations", { hasTraffic: true }, "Nothing was published, although there were requests."],
  ["setup-time", { hasTraffic: true }, "No cold start in this window."],
  ["setup-time", {}, "No traffic in this window."],
  ["provisioned-utilisation", { hasTraffic: true }, "The endpoint keeps no environments ready."],
  ["backlog", {}, "No request was in the queue or ended in this window."],
  ["gpu", {}, "No instance reported in this window."],
  ["gpu", { instanceTypes: ["ml.m5.xlarge", "ml.m5.xlarge"] }, "Not emitted: ml.m5.xlarge has no GPU."],
  ["cpu", {}, "No instance reported in this window."],
  ["cpu", { isForbidden: true }, "Not permitted: the console's role may not read this metric."],
  ["cpu", { createdAt: "2026-11-03T00:00:00Z" }, "The endpoint did not exist yet."],
  ["cpu", { createdAt: "2026-11-03T00:00:00Z", subject: "job" as const }, "The job did not exist yet."],
])("an empty chart %s with %o says: %s", (id, over, reason) => {
  expect(emptyBecause(chart(id), { ...facts, ...over })).toBe(reason);
});

test("what a mode does not emit is said with the modes that do", () => {
  expect(notEmitted(chart("backlog"), ["real-time", "serverless", "real-time"])).toBe(
    "Not emitted: only async endpoints have it, not real-time or serverless ones.",
  );
});
