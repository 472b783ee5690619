import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";

import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";

import { formatScore } from "../lib/format/numbers";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

const emulator = {
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "x", secretAccessKey: "x" },
};

/** The endpoint's answer past the console: what the page must show. */
async function askDirectly(endpoint: string, text: string): Promise<{ label: string; score: number }> {
  const { Body } = await new SageMakerRuntimeClient(emulator).send(
    new InvokeEndpointCommand({
      EndpointName: endpoint,
      ContentType: "application/json",
      Body: JSON.stringify({ inputs: text }),
    }),
  );
  return JSON.parse(new TextDecoder().decode(Body))[0];
}

test.use({ role: null }); // a newcomer: signs in by hand
test.setTimeout(120_000);

test("a newcomer picks a container, deploys a bundled model, reads its answer and deletes it", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("journey");

  await test.step("sign in", async () => {
    await page.goto("/local/containers");
    await page.getByRole("textbox", { name: "Name" }).fill("admin");
    await page.getByLabel("Password").fill(E2E.adminPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Containers", level: 1 })).toBeVisible();
  });

  await test.step("pick a container and take it along", async () => {
    await page.getByRole("radio", { name: "4.51.3", exact: true }).check({ force: true });
    await expect(page.getByRole("status", { name: "image_uri" })).toContainText("transformers4.51.3-cpu");
    await page.getByRole("link", { name: "Deploy with this container" }).click();
    await expect(page.getByRole("heading", { name: "Deploy", level: 1 })).toBeVisible();
  });

  await test.step("fill the form and review the exact requests", async () => {
    await page.getByRole("radio", { name: /^Bundled model/ }).check({ force: true });
    await page.getByRole("combobox", { name: /^Bundled model/ }).selectOption("afinn-sentiment");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
    await page.getByRole("button", { name: "Review the requests" }).click();
    await expect(page.getByRole("heading", { name: `Review: endpoint ${name}` })).toBeFocused();
    await expect(page.getByText('"HF_MODEL_ID": "bundled/afinn-sentiment"').first()).toBeVisible();
    await expect(page.getByRole("code").filter({ hasText: "transformers4.51.3-cpu" }).first()).toBeVisible();
    await expectAccessible();
  });

  await test.step("deploy and wait until it is in service", async () => {
    await page.getByRole("button", { name: "Deploy endpoint" }).click();
    await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 60_000 });
    await expectAccessible();
  });

  await test.step("try it: the scores are the model's own", async () => {
    await page.getByRole("link", { name: "Try it in the playground" }).click();
    for (const text of ["An honest film, good but slow", "This was a terrible and boring disaster"]) {
      await page.getByRole("textbox", { name: "Text" }).fill(text);
      await page.getByRole("button", { name: "Run" }).click();
      const { label, score } = await askDirectly(name, text);
      await expect(page.getByText(`${formatScore(score)} sure`)).toBeVisible();
      await expect(page.getByRole("list", { name: "Scores" })).toContainText(label);
    }
    await expectAccessible();
  });

  await test.step("CloudWatch has counted each call", async () => {
    const cloudwatch = new CloudWatchClient(emulator);
    const { Datapoints = [] } = await cloudwatch.send(
      new GetMetricStatisticsCommand({
        Namespace: "AWS/SageMaker",
        MetricName: "Invocations",
        Dimensions: [
          { Name: "EndpointName", Value: name },
          { Name: "VariantName", Value: "AllTraffic" },
        ],
        StartTime: new Date(Date.now() - 3_600_000),
        EndTime: new Date(Date.now() + 60_000),
        Period: 3600,
        Statistics: ["Sum"],
      }),
    );
    expect(Datapoints.reduce((sum, point) => sum + (point.Sum ?? 0), 0)).toBe(4); // two from the page, two asked directly
  });

  await test.step("delete it, with its configuration and model", async () => {
    await page.goto(`/local/endpoints/${name}`);
    await expectAccessible();
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    await page.getByRole("textbox", { name: new RegExp(`Type ${name} to confirm`) }).fill(name);
    await page.getByRole("button", { name: "Delete endpoint" }).click();
    await expect(page).toHaveURL(/\/local\/endpoints$/);
    await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0, { timeout: 30_000 });
    await page.goto("/local/activity");
    await expect(page.getByText(name).first()).toBeVisible();
    await expectAccessible();
  });
});
