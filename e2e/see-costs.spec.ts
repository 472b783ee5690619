import { readFile } from "node:fs/promises";
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { DescribeEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { Page } from "@playwright/test";

import { makeEndpoint } from "./support/make-endpoint";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

// A refused reading of prices is planned for the next one that anybody asks for: these tests take turns.
test.describe.configure({ mode: "default" });
test.setTimeout(120_000);

const HOUR_MS = 3_600_000;
const SDK = {
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
};

async function statusOf(EndpointName: string): Promise<string | undefined> {
  const client = new SageMakerClient(SDK);
  const { EndpointStatus } = await client.send(new DescribeEndpointCommand({ EndpointName }));
  client.destroy();
  return EndpointStatus;
}

/** Values of an endpoint's metric, each so many hours ago. */
async function putMetric(endpoint: string, MetricName: string, hoursAgo: number, values: number[]): Promise<void> {
  const client = new CloudWatchClient(SDK);
  const Dimensions = [
    { Name: "EndpointName", Value: endpoint },
    { Name: "VariantName", Value: "AllTraffic" },
  ];
  const Timestamp = new Date(Date.now() - hoursAgo * HOUR_MS - 1_000);
  await client.send(
    new PutMetricDataCommand({
      Namespace: MetricName === "CPUUtilization" ? "/aws/sagemaker/Endpoints" : "AWS/SageMaker",
      MetricData: values.map((Value) => ({ MetricName, Dimensions, Value, Timestamp })),
    }),
  );
  client.destroy();
}

const row = (page: Page, name: string) =>
  page.getByRole("region", { name: "Endpoints and jobs" }).getByRole("row").filter({ hasText: name });

/** Reads prices, after which costs are counted anew. */
async function readPrices(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Read prices from AWS" }).click();
  await expect(page.getByText(/^\d+ prices of us-east-1 were read from AWS$/)).toBeVisible();
}

test("what runs is counted per hour, month and call, what idles is found, and all is taken away as CSV", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const [called, idle] = [uniqueName("called"), uniqueName("idle")];
  for (const name of [called, idle]) {
    await makeEndpoint({ name });
    await expect.poll(() => statusOf(name), { timeout: 60_000 }).toBe("InService");
  }
  // Two instance-hours × $0.23 = $0.46, for 1,000 calls of which none failed.
  await putMetric(called, "CPUUtilization", 0, Array(120).fill(40));
  await putMetric(called, "Invocations", 0, [1_000]);
  await putMetric(idle, "Invocations", 5, [1]);

  await page.goto(`/local/cost?search=${called}`);
  await expect(page.getByRole("heading", { name: "What it costs" })).toBeVisible();
  await readPrices(page);
  await expect(row(page, called)).toContainText("1 × ml.m5.xlarge");
  for (const label of ["Would cost now", "Month to date", "Projected"]) {
    await expect(page.getByRole("region", { name: "What it costs" }).getByText(label, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole("region", { name: "Prices" })).toContainText("from the AWS Price List API, read");
  await expectAccessible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("region", { name: "Endpoints and jobs" }).getByRole("button", { name: "CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("usd per hour");
  // The endpoint itself adds a value each minute that it stands: less than half a cent.
  expect(lines[1]).toMatch(new RegExp(`endpoint,${called},InService,1 × ml.m5.xlarge,0\\.23,0\\.4[67]`));

  await page.goto(`/local/cost?search=${idle}&idle=true&idleHours=1`);
  await expect(row(page, idle)).toBeVisible();
  await page.getByRole("combobox", { name: "Idle means no call for" }).selectOption("idle: 24 hours");
  await expect(row(page, idle)).toHaveCount(0);
  await page.goto(`/local/cost?search=${called}&idle=true&idleHours=1`);
  await expect(row(page, called)).toHaveCount(0);
});

test("prices that AWS does not tell stay as they were, with the reason, and only administrators ask", async ({
  page,
  asRole,
  expectAccessible,
}) => {
  await page.goto("/local/cost");
  await readPrices(page);
  const error = {
    type: "AccessDeniedException",
    message: "User: reader is not authorized to perform: pricing:GetProducts",
    status: 400,
  };
  const fault = { service: "pricing", operation: "GetProducts", times: 1, error };
  await fetch(`${E2E.emulatorUrl}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  await page.getByRole("button", { name: "Read prices from AWS" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Prices were not read; those known before are kept" });
  await expect(alert).toContainText("not authorized to perform: pricing:GetProducts");
  await expect(page.getByRole("region", { name: "Prices" })).toContainText("from the AWS Price List API, read");
  await expectAccessible();

  const viewer = await asRole("viewer");
  await viewer.goto("/local/cost");
  await expect(viewer.getByRole("button", { name: "Read prices from AWS" })).toBeDisabled();
  await expect(viewer.getByText("Needs the admin role.")).toBeVisible();
});
