import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import type { Page } from "@playwright/test";

import { fillField } from "./support/fill-field";
import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";

test.setTimeout(300_000);

const NAME = "taken-back";

async function deploy(page: Page, console: OwnProcess): Promise<void> {
  await page.goto(`${console.url}/local/deploy?source=bundled&model=afinn-sentiment&name=${NAME}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 90_000 });
}

/** Begins an update to so many instances that bakes for ten minutes and is watched for failing calls. */
async function update(page: Page, console: OwnProcess, instances: string, strategy: string): Promise<void> {
  await page.goto(`${console.url}/local/endpoints/${NAME}/update`);
  await fillField(page.getByRole("spinbutton", { name: "Number of instances" }), instances);
  await page.getByRole("radio", { name: new RegExp(`^${strategy}`) }).check();
  await page.getByRole("spinbutton", { name: "Baking period (s)" }).fill("600");
  await page.getByRole("checkbox", { name: "When a call fails" }).check();
  await page.getByRole("button", { name: "Review the update" }).click();
  await page.getByRole("button", { name: "Update endpoint" }).click();
  await page.waitForURL(/\/operations\/[0-9a-f-]{36}$/);
  const variants = page.getByRole("table", { name: "Variants of the update" });
  await expect(variants).toContainText("Baking", { timeout: 60_000 });
}

/** Some calls of this minute fail, and the minute passes. */
async function failSomeCalls(emulator: OwnProcess): Promise<void> {
  const clock = await fetch(`${emulator.url}/_emulator/clock`).then((answer) => answer.json());
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const client = new CloudWatchClient({ endpoint: emulator.url, region: "us-east-1", credentials });
  const datum = {
    MetricName: "Invocation5XXErrors",
    Dimensions: [
      { Name: "EndpointName", Value: NAME },
      { Name: "VariantName", Value: "AllTraffic" },
    ],
    Value: 3,
    Timestamp: new Date(clock.now),
  };
  await client.send(new PutMetricDataCommand({ Namespace: "AWS/SageMaker", MetricData: [datum] }));
  client.destroy();
  await passSeconds(emulator, 61);
}

test("calls that fail while an update bakes take it back, and a way back that fails is told and healed", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await deploy(page, ownConsole);

  await test.step("canary, taken back by its alarm", async () => {
    await update(page, ownConsole, "2", "Canary");
    await failSomeCalls(ownEmulator);
    await expect(
      page.getByText(`Rolled back: the alarm ${NAME}-AllTraffic-update-errors went off.`).first(),
    ).toBeVisible({ timeout: 60_000 });
    const rows = page.getByRole("table", { name: "Requested and actual" }).getByRole("row", { name: /^Instances/ });
    await expect(rows).toContainText("21");
  });

  await test.step("rolling, and the way back fails", async () => {
    // What went wrong before is no longer in the newest minute.
    await passSeconds(ownEmulator, 600);
    const body = JSON.stringify({ name: "rollback-failed" });
    await fetch(`${ownEmulator.url}/_emulator/scenarios`, { method: "POST", body });
    await update(page, ownConsole, "3", "Rolling");
    await failSomeCalls(ownEmulator);
    await expect(
      page.getByText("Neither the update nor the way back worked: parts of both answer.").first(),
    ).toBeVisible({ timeout: 60_000 });
    await expectAccessible();
    await page.getByRole("link", { name: "Open the endpoint" }).click();
    await expect(page.getByText("UpdateRollbackFailed").first()).toBeVisible();
  });

  await test.step("another update heals it", async () => {
    await passSeconds(ownEmulator, 600);
    await fetch(`${ownEmulator.url}/_emulator/scenarios`, { method: "POST", body: JSON.stringify({ name: "normal" }) });
    await update(page, ownConsole, "2", "All at once");
    await passSeconds(ownEmulator, 1_200);
    await expect(page.getByText("The update is in service.")).toBeVisible({ timeout: 60_000 });
  });
});
