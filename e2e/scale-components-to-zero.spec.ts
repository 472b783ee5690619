import type { Page } from "@playwright/test";

import { createBundledModel } from "./support/bundled-model";
import { addComponent, hostComponents, rowOf } from "./support/host-components";
import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";

test.setTimeout(300_000);

const [ENDPOINT, MOOD] = ["host", "mood"];

/** Asks the component once from the playground. */
async function ask(page: Page, console: OwnProcess): Promise<void> {
  await page.goto(`${console.url}/local/playground?endpoint=${ENDPOINT}&component=${MOOD}`);
  await page.getByRole("textbox", { name: "Text" }).fill("What a wonderful, lovely day");
  await page.getByRole("button", { name: "Run", exact: true }).click();
}

/** Opens the Components tab until the component has so many copies. */
async function seeCopies(page: Page, console: OwnProcess, copies: number): Promise<void> {
  await expect(async () => {
    await page.goto(`${console.url}/local/endpoints/${ENDPOINT}?tab=components`);
    const field = rowOf(page, MOOD).getByRole("spinbutton", { name: `Copies of ${MOOD}` });
    await expect(field).toHaveValue(String(copies), { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}

test("a component that nobody asks goes to no copy, and the first call that is refused wakes it", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await createBundledModel(ownEmulator.url, { name: MOOD, model: "afinn-sentiment", task: "text-classification" });
  await hostComponents(page, ownConsole.url, ENDPOINT, 0);
  await page.getByRole("link", { name: "Add components" }).click();
  await addComponent(page, { name: MOOD, model: MOOD });

  await test.step("the editor offers zero, and the policy that leaves it", async () => {
    await page.goto(`${ownConsole.url}/local/endpoints/${ENDPOINT}?tab=scaling&component=${MOOD}`);
    await page.getByRole("button", { name: "Set up scaling" }).click();
    const form = page.getByRole("form", { name: "Scaling", exact: true });
    await form.getByLabel("Minimum copies").fill("0");
    await form.getByLabel("Maximum copies").fill("2");
    await form.getByRole("button", { name: "Target tracking" }).click();
    await form.getByRole("button", { name: "Wake from zero" }).click();
    await form.getByRole("button", { name: "Review changes" }).click();
    const review = page.getByRole("dialog", { name: "Review changes" });
    await expect(review.getByRole("figure", { name: "PutMetricAlarm" })).toContainText("NoCapacityInvocationFailures");
    await expectAccessible();
    await review.getByRole("button", { name: "Send 4 requests" }).click();
    await expect(page.getByText("Scaling changed")).toBeVisible();
  });

  await test.step("to zero, and a call is told so", async () => {
    await passSeconds(ownEmulator, 20 * 60);
    await seeCopies(page, ownConsole, 0);
    await ask(page, ownConsole);
    await expect(page.getByText(/no capacity/i).first()).toBeVisible();
  });

  await test.step("and back, answering", async () => {
    await passSeconds(ownEmulator, 2 * 60);
    await seeCopies(page, ownConsole, 1);
    await expect(rowOf(page, MOOD).getByText("InService")).toBeVisible({ timeout: 60_000 });
    await ask(page, ownConsole);
    await expect(page.getByRole("list", { name: "Scores" }).getByRole("listitem").first()).toContainText("%");
  });
});
