import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { CostLine } from "@/components/aws-form/cost-line";
import { JobCost } from "@/components/batch/job-cost";
import { DeployCost } from "@/components/deploy/deploy-cost";
import { type ListedPrice, packPrices } from "@/lib/costs/price-table";

import { WorkspaceProvider } from "./workspace-context";

const workspace = { id: "aws", label: "AWS", region: "us-east-1", isEmulator: false };
const member = { id: "m", name: "viewer", role: "viewer" as const };
const read: ListedPrice[] = [
  { kind: "instance", type: "ml.m5.xlarge", component: "hosting", usd: 7, date: "2026-11-02" },
  { kind: "instance", type: "ml.m5.xlarge", component: "transform", usd: 8, date: "2026-11-02" },
  { kind: "instance", type: "ml.m5.xlarge", component: "async", usd: 9, date: "2026-11-03" },
  { kind: "serverless", memoryMb: 2048, usd: 0.5, date: "2026-11-03" },
];
const job = {
  startedAt: "2026-11-01T00:00:00Z",
  endedAt: "2026-11-01T03:00:00Z",
  instanceType: "ml.m5.xlarge",
  instanceCount: 1,
};
const fleet = { instanceType: "ml.m5.xlarge", instanceCount: 2, memoryMb: 2048 };

test("forms and jobs count with the prices that were read from AWS, and tell their day", () => {
  render(
    <WorkspaceProvider workspace={workspace} member={member} prices={packPrices(read)}>
      <DeployCost mode="real-time" {...fleet} />
      <DeployCost mode="async" {...fleet} />
      <DeployCost mode="serverless" {...fleet} />
      <JobCost job={job} />
    </WorkspaceProvider>,
  );
  expect(screen.getByText("$14.00/h")).toBeVisible();
  expect(screen.getByText("On-demand price in us-east-1 of Nov 2, 2026.")).toBeVisible();
  expect(screen.getByText("$18.00/h")).toBeVisible();
  expect(screen.getByText(/a second of a call costs \$0\.5.* as of Nov 3, 2026/)).toBeVisible();
  expect(screen.getByText("$24.00")).toBeVisible();
});

test("what was not read has the price that came with the console", () => {
  render(
    <WorkspaceProvider workspace={workspace} member={member} prices={packPrices(read)}>
      <CostLine use="training" instanceType="ml.m5.xlarge" instanceCount={1} />
    </WorkspaceProvider>,
  );
  expect(screen.getByText("$0.23/h")).toBeVisible();
});
