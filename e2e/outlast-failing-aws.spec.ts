import type { Page } from "@playwright/test";

import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";

const PAGES = ["/endpoints/some-endpoint", "/playground", "/deploy", "/activity"];
// Each test starts processes of its own.
test.setTimeout(120_000);

const CRASHED = /Something went wrong|could not show this page|Application error/;

async function plan(emulator: OwnProcess, fault: object): Promise<void> {
  const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  expect(answer.ok).toBe(true);
}

async function noPageCrashes(page: Page, console: OwnProcess): Promise<void> {
  for (const path of PAGES) {
    await page.goto(`${console.url}/local${path}`);
    await expect(page.getByRole("heading", { level: 1 }).first(), path).toBeVisible();
    await expect(page.getByText(CRASHED), path).toHaveCount(0);
  }
}

test("while AWS is away each page says so, and the one left open recovers when it is back", async ({
  page,
  ownEmulator,
  ownConsole,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await ownEmulator.kill();
  await noPageCrashes(page, ownConsole);

  const alert = page.getByRole("alert").filter({ hasText: "AWS could not be reached." });
  for (const path of ["", "/endpoints"]) {
    await page.goto(`${ownConsole.url}/local${path}`);
    await expect(alert).toBeVisible();
    await expectAccessible();
  }

  await ownEmulator.start();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("No endpoints yet")).toBeVisible();
});

test("a deploy begun while AWS is away is refused, and everything typed is still there", async ({
  page,
  ownEmulator,
  ownConsole,
  signInTo,
}) => {
  await signInTo(ownConsole, page);
  await page.goto(`${ownConsole.url}/local/deploy?source=bundled&model=afinn-sentiment&name=patient`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await ownEmulator.kill();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "AWS could not be reached." })).toBeVisible();

  await ownEmulator.start();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 30_000 });
});

test("a throttled deploy waits and ends in service, and throttled pages can be asked again", async ({
  page,
  ownEmulator,
  ownConsole,
  signInTo,
}) => {
  await signInTo(ownConsole, page);
  const error = { type: "ThrottlingException", message: "Rate exceeded", status: 400 };
  await plan(ownEmulator, { service: "sagemaker", operation: "CreateModel", times: 10, error });
  await page.goto(`${ownConsole.url}/local/deploy?source=bundled&model=afinn-sentiment&name=throttled`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("AWS is limiting calls; trying again")).toBeVisible();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 30_000 });

  await plan(ownEmulator, { service: "sagemaker", operation: "ListEndpoints", times: 1_000, error });
  await page.goto(`${ownConsole.url}/local/endpoints`);
  const alert = page.getByRole("alert").filter({ hasText: "Rate exceeded" });
  await expect(alert).toContainText("Wait a few seconds");
  await fetch(`${ownEmulator.url}/_emulator/faults`, { method: "DELETE" });
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: "throttled" })).toBeVisible();
});

test("without AWS credentials people can sign in and pick containers, and the rest says what to do", async ({
  page,
  ownConsoleWithoutCredentials: bare,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(bare, page);
  const alert = page.getByRole("alert").filter({ hasText: "Give the console AWS credentials" }).first();
  await expect(alert).toBeVisible();
  await expectAccessible();
  await page.getByRole("link", { name: "Endpoints" }).first().click();
  await expect(page.getByRole("heading", { name: "Endpoints", level: 1 })).toBeVisible();
  await expect(alert).toBeVisible();
  await page.getByRole("link", { name: "Containers" }).first().click();
  await expect(page.getByRole("status", { name: "image_uri" })).toContainText("huggingface-pytorch-inference");
});
