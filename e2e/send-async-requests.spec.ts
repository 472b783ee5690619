import {
  SageMakerClient,
  UpdateEndpointWeightsAndCapacitiesCommand,
  waitUntilEndpointInService,
} from "@aws-sdk/client-sagemaker";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";

test.setTimeout(300_000);

const BUCKET = "sagemaker-us-east-1-111122223333";

/** Without instances requests wait, as they do while an endpoint has scaled down to none. */
async function scaleTo(emulator: OwnProcess, count: number): Promise<void> {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const client = new SageMakerClient({ endpoint: emulator.url, region: "us-east-1", credentials });
  await client.send(
    new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: "queue",
      DesiredWeightsAndCapacities: [{ VariantName: "AllTraffic", DesiredInstanceCount: count }],
    }),
  );
  await waitUntilEndpointInService(
    { client, minDelay: 0.2, maxDelay: 0.2, maxWaitTime: 60 },
    { EndpointName: "queue" },
  );
  client.destroy();
}

/** Deploys a small classifier that works on one request at a time. */
async function deployQueue(page: Page, console: OwnProcess): Promise<void> {
  await page.goto(`${console.url}/local/deploy?source=bundled&model=afinn-sentiment&name=queue`);
  await page.getByRole("radio", { name: "Asynchronous" }).check();
  await page.getByRole("textbox", { name: "Answers go to" }).fill(`s3://${BUCKET}/answers`);
  await page.getByRole("textbox", { name: "Failures go to" }).fill(`s3://${BUCKET}/failures`);
  await page.getByRole("textbox", { name: "Requests at once per instance" }).fill("1");
  await page.getByRole("button", { name: "Review the requests" }).click();
  const reviewed = page.getByRole("figure", { name: "Requests" });
  await reviewed.getByText("CreateEndpointConfig", { exact: true }).click();
  await expect(reviewed).toContainText('"MaxConcurrentInvocationsPerInstance": 1');
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 90_000 });
}

const review = (text: string) => JSON.stringify({ inputs: text });

const requests = (page: Page) => page.getByRole("table", { name: "Requests" }).getByRole("row");
const opened = (page: Page) => page.getByRole("region", { name: "Request", exact: true });
const inState = (page: Page, state: string) => requests(page).filter({ hasText: state });

async function sendText(page: Page, payload: string, title: string): Promise<void> {
  await page.getByRole("textbox", { name: "Payload" }).fill(payload);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  // Until SageMaker has it.
  await expect(requests(page).filter({ hasText: title })).toContainText(/Queued|Done|Failed/);
}

test("what waits when the console is killed is answered and found, each request once", async ({
  page,
  ownEmulator,
  ownConsole,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await deployQueue(page, ownConsole);
  await scaleTo(ownEmulator, 0);
  await page.goto(`${ownConsole.url}/local/async`);
  await expect(page.getByRole("combobox", { name: "Endpoint" })).toHaveValue("queue");

  const names = [1, 2, 3, 4, 5, 6].map((number) => `review-${number}.json`);
  await test.step("several at once", async () => {
    await page.getByRole("radio", { name: "Files" }).check();
    const files = names.map((name) => ({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(review("I love this")),
    }));
    await page.getByLabel("Files", { exact: true }).last().setInputFiles(files);
    await page.getByRole("button", { name: "Send 6 requests" }).click();
    await expect(page.getByText("6 requests sent.")).toBeVisible();
    await expect(inState(page, "Queued")).toHaveCount(6);
    await expectAccessible();
  });

  await test.step("killed and started again", async () => {
    await ownConsole.kill();
    await scaleTo(ownEmulator, 1);
    await ownConsole.start();
  });

  await test.step("the page that was left open shows all of them answered", async () => {
    await expect(inState(page, "Done")).toHaveCount(6, { timeout: 90_000 });
    await expect(page.getByText("6 requests", { exact: true })).toBeVisible();
    for (const name of names) {
      await page.getByRole("link", { name }).click();
      await expect(opened(page).getByRole("list", { name: "Scores" })).toBeInViewport();
    }
    // What lies half under the page's head would count as too small to press.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible();
  });
});

test("a refusal and an expiry say what happened, and what expired is sent again", async ({
  page,
  ownEmulator,
  ownConsole,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await deployQueue(page, ownConsole);
  await page.goto(`${ownConsole.url}/local/async`);

  await test.step("the container's own words", async () => {
    await sendText(page, '{"inputs": "refused", "parameters": {"no_such": 1}}', "refused");
    await expect(inState(page, "Failed")).toHaveCount(1, { timeout: 30_000 });
    await page.getByRole("link", { name: "refused" }).click();
    const alert = opened(page).getByRole("alert");
    await expect(alert).toContainText("The model does not know one of the parameters.");
    await expect(alert).toContainText("The container answered 400");
    await expect(alert).toContainText("no_such");
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible();
  });

  await test.step("a request that waits longer than its time to live", async () => {
    await scaleTo(ownEmulator, 0);
    await page.getByRole("spinbutton", { name: "Time to live (s)" }).fill("60");
    await sendText(page, review("Too late"), "Too late");
    await expect(inState(page, "Queued")).toHaveCount(1);
    await passSeconds(ownEmulator, 61);
    await expect(inState(page, "Expired")).toHaveCount(1, { timeout: 30_000 });
    await page.getByRole("link", { name: "Too late" }).click();
    await expect(opened(page).getByRole("alert")).toContainText("The request expired before it was answered.");
    await expect(opened(page).getByText("Expired", { exact: true })).toBeVisible();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible();
  });

  await test.step("sent again", async () => {
    await scaleTo(ownEmulator, 1);
    await opened(page).getByRole("button", { name: "Send again" }).click();
    await expect(opened(page).getByRole("alert")).toHaveCount(0);
    await expect(opened(page).getByRole("list", { name: "Scores" })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole("link", { name: "Too late" })).toHaveCount(2);
    await expect(inState(page, "Expired")).toHaveCount(1);
    await expect(page.getByText("3 requests", { exact: true })).toBeVisible({ timeout: 60_000 });
  });
});
