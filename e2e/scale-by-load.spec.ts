import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";

test.setTimeout(300_000);

const BUCKET = "sagemaker-us-east-1-111122223333";

/** Deploys a small classifier from the form; `choose` makes it another mode. */
async function deploy(page: Page, console: OwnProcess, name: string, choose: () => Promise<void>): Promise<void> {
  await page.goto(`${console.url}/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await choose();
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
  expect(page.getByText(count === 1 ? "1 instance" : `${count} instances`, { exact: true })).toBeVisible();

test("load scales an endpoint out to its maximum and in again, and what was not scaled says why", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await deploy(page, ownConsole, "busy", async () => undefined);
  const tab = `${ownConsole.url}/local/endpoints/busy?tab=scaling&range=1h`;
  await page.goto(tab);
  await page.getByRole("button", { name: "Set up scaling" }).click();
  await page.getByLabel("Maximum instances").fill("2");
  await page.getByRole("button", { name: "Target tracking" }).click();
  await page.getByRole("spinbutton", { name: "Target", exact: true }).fill("10");
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("button", { name: "Send 2 requests" }).click();
  await sent(page);

  for (let minute = 0; minute < 4; minute += 1) await callForAMinute(ownEmulator, "busy", 40);
  await expect(async () => {
    await page.goto(tab);
    await expect(happened(page).getByText("Scaled to 2 instances")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await instances(page, 2);
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
    await expect(happened(page).getByText("Scaled to 1 instance", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(happened(page).getByText(/: the metric was below the target\.$/)).toBeVisible();
  await instances(page, 1);
});

test("an asynchronous endpoint goes to no instance while nothing waits, and comes back for a request", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
}) => {
  await signInTo(ownConsole, page);
  await deploy(page, ownConsole, "queue", async () => {
    await page.getByRole("radio", { name: "Asynchronous" }).check();
    await page.getByRole("textbox", { name: "Answers go to" }).fill(`s3://${BUCKET}/answers`);
  });
  const tab = `${ownConsole.url}/local/endpoints/queue?tab=scaling&range=1h`;
  await page.goto(tab);
  await page.getByRole("button", { name: "Set up scaling" }).click();
  await page.getByLabel("Minimum instances").fill("0");
  await page.getByLabel("Maximum instances").fill("2");
  await page.getByRole("button", { name: "Target tracking" }).click();
  await expect(page.getByText(/^Nothing wakes it from zero/)).toBeVisible();
  await page.getByRole("button", { name: "Wake from zero" }).click();
  await expect(page.getByText(/^Nothing wakes it from zero/)).toBeHidden();
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("button", { name: "Send 4 requests" }).click();
  await sent(page);

  for (let minute = 0; minute < 18; minute += 1) await passSeconds(ownEmulator, 60);
  await expect(async () => {
    await page.goto(tab);
    await expect(happened(page).getByText("Scaled to 0 instances")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });

  await page.goto(`${ownConsole.url}/local/async`);
  await page.getByRole("textbox", { name: "Payload" }).fill('{"inputs": "A good end."}');
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const request = page.getByRole("table", { name: "Requests" }).getByRole("row").nth(1);
  await expect(request).toContainText("Queued");
  await expect(async () => {
    await passSeconds(ownEmulator, 60);
    await page.goto(tab);
    await expect(happened(page).getByText("Scaled to 1 instance", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await page.goto(`${ownConsole.url}/local/async`);
  await expect(request).toContainText("Done", { timeout: 60_000 });
});
