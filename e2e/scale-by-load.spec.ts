import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";

test.setTimeout(300_000);

/** Deploys a small classifier from the form. */
async function deploy(page: Page, console: OwnProcess, name: string): Promise<void> {
  await page.goto(`${console.url}/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 90_000 });
}

/** Calls an endpoint so often, and lets a minute of the emulator's clock pass. */
async function callForAMinute(emulator: OwnProcess, name: string, calls: number): Promise<void> {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const client = new SageMakerRuntimeClient({ endpoint: emulator.url, region: "us-east-1", credentials });
  for (let call = 0; call < calls; call += 1) {
    await client.send(
      new InvokeEndpointCommand({ EndpointName: name, ContentType: "application/json", Body: '{"inputs": "good"}' }),
    );
  }
  client.destroy();
  await passSeconds(emulator, 60);
}

const sent = (page: Page) => expect(page.getByText("Scaling changed")).toBeVisible();
const happened = (page: Page) => page.getByRole("table", { name: "What happened" });
const instances = (page: Page, count: number) =>
  expect(page.getByText(count === 1 ? "1 instance" : `${count} instances`, { exact: true })).toBeVisible({
    timeout: 2_000,
  });

test("load scales an endpoint out to its maximum and in again, and what was not scaled says why", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await deploy(page, ownConsole, "busy");
  const tab = `${ownConsole.url}/local/endpoints/busy?tab=scaling&range=1h`;
  await page.goto(tab);
  await page.getByRole("button", { name: "Set up scaling" }).click();
  const form = page.getByRole("form", { name: "Scaling", exact: true });
  await form.getByLabel("Maximum instances").fill("2");
  await form.getByRole("button", { name: "Target tracking" }).click();
  await form.getByRole("spinbutton", { name: "Target", exact: true }).fill("10");
  await form.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("button", { name: "Send 2 requests" }).click();
  await sent(page);

  for (let minute = 0; minute < 4; minute += 1) await callForAMinute(ownEmulator, "busy", 40);
  await expect(async () => {
    await page.goto(tab);
    await expect(happened(page).getByText("Scaled to 2 instances")).toBeVisible({ timeout: 2_000 });
    await instances(page, 2);
  }).toPass({ timeout: 30_000 });
  for (let minute = 0; minute < 4; minute += 1) await callForAMinute(ownEmulator, "busy", 40);
  await expect(async () => {
    await page.goto(tab);
    await expect(
      happened(page).getByText("It asked for more, but 2 instances is the maximum. Raise the maximum to let it grow."),
    ).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible();

  for (let minute = 0; minute < 18; minute += 1) await callForAMinute(ownEmulator, "busy", 1);
  await expect(async () => {
    await page.goto(tab);
    await expect(happened(page).getByRole("cell", { name: "Scaling: Scaled to 1 instance", exact: true })).toBeVisible({
      timeout: 2_000,
    });
    await instances(page, 1);
  }).toPass({ timeout: 30_000 });
  await expect(happened(page).getByText(/: the metric was below the target\.$/)).toBeVisible();
});
