import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { WorkspaceProvider } from "@/components/shell/workspace-context";
import type { CostRow, CostsView } from "@/lib/costs/view";

import { CostNumbers } from "./cost-numbers";

const COUNTED: CostRow = {
  id: "endpoint a",
  kind: "endpoint",
  name: "a",
  what: "1 × ml.m5.xlarge",
  status: "InService",
  isRunning: true,
  isCounted: true,
  isSample: false,
  usdPerHour: 0.23,
  monthUsd: 12,
  projectedUsd: 34,
  successfulCalls: 9,
  usdPer1000Calls: 1,
  idleSince: null,
  wastedUsd: null,
  unpriced: [],
  isEstimated: false,
};
const UNCOUNTED: CostRow = { ...COUNTED, isCounted: false, monthUsd: null, projectedUsd: null, successfulCalls: null };

function draw(rows: CostRow[], gaps: string[]) {
  const sum = (of: "usdPerHour" | "monthUsd" | "projectedUsd") =>
    rows.reduce((total, row) => total + (row[of] ?? 0), 0);
  const costs: CostsView = {
    from: "2026-11-01T00:00:00.000Z",
    now: "2026-11-27T12:00:00.000Z",
    until: "2026-12-01T00:00:00.000Z",
    usdPerHour: sum("usdPerHour"),
    monthUsd: sum("monthUsd"),
    projectedUsd: sum("projectedUsd"),
    rows,
    hours: [],
    usdByHour: { endpoint: [], training: [], transform: [] },
    prices: { kind: "bundled", readAt: null, known: 1, oldest: null, newest: null },
    gaps,
  };
  render(
    <WorkspaceProvider
      workspace={{ id: "local", label: "Local", region: "us-east-1", isEmulator: false }}
      member={{ id: "m", name: "mia", role: "viewer" }}
    >
      <CostNumbers costs={costs} idleHours={24} onIdle={() => {}} />
    </WorkspaceProvider>,
  );
  const region = within(screen.getByRole("region", { name: "What it costs" }));
  return Object.fromEntries(
    region
      .getAllByRole("heading", { level: 3 })
      .map((head) => [head.textContent, head.nextElementSibling?.textContent]),
  );
}

test("what is counted has its sums", () => {
  expect(draw([COUNTED], [])).toStrictEqual({
    "Running now": "$0.23per hour",
    "Month to date": "$12.00",
    Projected: "$34.00",
    Idle: "$0.00",
  });
  expect(screen.getByText("No endpoint is without a call for 24 hours")).toBeVisible();
});

test("without metrics only what runs now has a sum: the rest is unknown, not nothing", () => {
  expect(draw([UNCOUNTED], ["What endpoints cost so far is unknown."])).toStrictEqual({
    "Running now": "$0.23per hour",
    "Month to date": "unknown",
    Projected: "unknown",
    Idle: "unknown",
  });
  expect(screen.queryByText(/No endpoint is without/)).toBeNull();
});

test("a part that is not counted is said beside the sum of the rest", () => {
  expect(draw([COUNTED, UNCOUNTED], ["What endpoints cost so far is unknown."])).toMatchObject({
    "Month to date": "$12.00",
    Idle: "unknown",
  });
  expect(screen.getByText(/1 not counted/)).toBeVisible();
});

test("where nothing could be read nothing has a sum", () => {
  expect(Object.values(draw([], ["Endpoints are not counted."]))).toStrictEqual(Array(4).fill("unknown"));
});
