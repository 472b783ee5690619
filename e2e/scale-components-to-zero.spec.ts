import type { Page } from "@playwright/test";

import { rowOf } from "./support/host-components";
import { expect, test } from "./support/own-console";
import { hostClassifier } from "./support/own-endpoints";
import { passSeconds } from "./support/pass-seconds";
import { expectScalingChanged, reloadUntil, reviewScaling, scalingForm, sendScaling } from "./support/scaling-form";

test.setTimeout(240_000);

const [ENDPOINT, MOOD] = ["host", "mood"];

/** Asks the component once from the playground. */
async function ask(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/local/playground?endpoint=${ENDPOINT}&component=${MOOD}`);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("What a wonderful, lovely day");
  await page.getByRole("button", { name: "Run", exact: true }).click();
}

test("a component that nobody asks goes to no copy, and the first call that is refused wakes it", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await hostClassifier(ownEmulator, ENDPOINT, MOOD);
  await signInTo(ownConsole, page);
  const copies = rowOf(page, MOOD).getByRole("spinbutton", { name: `Copies of ${MOOD}` });
  const seeCopies = (count: number) =>
    reloadUntil(page, `${ownConsole.url}/local/endpoints/${ENDPOINT}?tab=components`, () =>
      expect(copies).toHaveValue(String(count), { timeout: 10_000 }),
    );

  await test.step("the editor offers zero, and the policy that leaves it", async () => {
    await page.goto(`${ownConsole.url}/local/endpoints/${ENDPOINT}?tab=scaling&component=${MOOD}`);
    await page.getByRole("button", { name: "Set up scaling" }).click();
    const form = scalingForm(page);
    await form.getByLabel("Minimum copies").fill("0");
    await form.getByLabel("Maximum copies").fill("2");
    await form.getByRole("button", { name: "Target tracking" }).click();
    await form.getByRole("button", { name: "Wake from zero" }).click();
    const review = await reviewScaling(page);
    await expect(review.getByRole("figure", { name: "PutMetricAlarm" })).toContainText("NoCapacityInvocationFailures");
    await sendScaling(page, 4);
    await expectScalingChanged(page);
  });

  await test.step("to zero, and a call is told so, what to do and in AWS's own words", async () => {
    await passSeconds(ownEmulator, 20 * 60);
    await seeCopies(0);
    await ask(page, ownConsole.url);
    const alert = page.getByRole("alert").filter({ hasText: /./ });
    await expect(alert).toContainText("The component has zero copies, so nothing could answer this call.");
    await expect(alert).toContainText("run it again in a minute or two");
    await expect(alert).toContainText("Inference Component has no capacity to process this request.");
    await expectAccessible();
  });

  await test.step("and back, answering", async () => {
    await passSeconds(ownEmulator, 2 * 60);
    await seeCopies(1);
    await expect(rowOf(page, MOOD).getByText("InService")).toBeVisible({ timeout: 60_000 });
    await ask(page, ownConsole.url);
    await expect(page.getByRole("list", { name: "Scores" }).getByRole("listitem").first()).toContainText("%");
  });
});
