import type { Page } from "@playwright/test";

import { chart, sumOf } from "./support/chart-table";
import { capacities, createVariants, scaleAutomatically, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

const slider = (page: Page, variant: string) => page.getByRole("slider", { name: `Traffic to ${variant}` });

/** Presses a key on a slider of a page that may still be coming to life. */
async function press(page: Page, variant: string, key: string, value: string): Promise<void> {
  await expect(async () => {
    await slider(page, variant).press(key);
    await expect(slider(page, variant)).toHaveValue(value, { timeout: 500 });
  }).toPass();
}

test.describe("The split of an endpoint's traffic", () => {
  test.use({ role: "operator" });

  test("is moved by the keyboard, reviewed as it is sent, and each variant is asked and counted by itself", async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName("split");
    await createVariants(name, ["blue", "green"]);
    await untilInService(name);
    await page.goto(`/local/endpoints/${name}`);
    const review = page.getByRole("button", { name: "Review change" });
    await expect(review).toBeDisabled();
    await press(page, "blue", "End", "100");
    await expect(slider(page, "green")).toHaveValue("0");
    for (let step = 0; step < 25; step += 1) await slider(page, "blue").press("ArrowLeft");
    await expect(slider(page, "blue")).toHaveValue("75");
    await expect(slider(page, "green")).toHaveValue("25");
    await expect(page.getByText("Now 50%, wanted 75%")).toBeVisible();
    await page.getByRole("spinbutton", { name: "Instances of green" }).fill("2");
    await expectAccessible();

    await review.click();
    const dialog = page.getByRole("dialog", { name: "Review the change" });
    await expect(dialog).toContainText('"DesiredWeight": 75');
    await expect(dialog).toContainText('"DesiredInstanceCount": 2');
    await expectAccessible();
    await dialog.getByRole("button", { name: "Send 2 requests" }).click();
    await expect(page.getByText("Done: the endpoint is in service with it.")).toBeVisible({ timeout: 60_000 });
    expect(await capacities(name)).toStrictEqual({ blue: [75, 1], green: [25, 2] });
    await expect(page.getByText("Now 75%")).toBeVisible();
    await expect(review).toBeDisabled();
    await expectAccessible();

    for (const [variant, times] of [
      ["blue", 2],
      ["green", 1],
    ] as const) {
      await page.goto(`/local/endpoints/${name}?tab=playground&variant=${variant}`);
      await expect(page.getByRole("combobox", { name: "Variant", exact: true })).toHaveValue(variant);
      await page.getByRole("textbox", { name: "Text", exact: true }).fill("What a wonderful, lovely day");
      for (let call = 0; call < times; call += 1) {
        const answered = page.waitForResponse((response) => response.url().endsWith("/invocations"));
        await page.getByRole("button", { name: "Run", exact: true }).click();
        expect((await answered).headers()["x-invoked-variant"]).toBe(variant);
        await expect(page.getByRole("definition").filter({ hasText: new RegExp(`^${variant}$`) })).toBeVisible();
      }
      await page.goto(`/local/endpoints/${name}?tab=metrics&variant=${variant}`);
      const invocations = chart(page, "Invocations");
      await invocations.getByRole("button", { name: "Show Invocations as table" }).click();
      expect(await sumOf(invocations, "invocations")).toBe(times);
    }
    await page.getByRole("combobox", { name: "Variant" }).selectOption("blue");
    await expect(page).toHaveURL(/variant=blue/);
    await expect(async () => expect(await sumOf(chart(page, "Invocations"), "invocations")).toBe(2)).toPass();

    await page.goto("/local/activity");
    const activity = page.getByRole("table", { name: "Activity" });
    await expect(activity).toContainText(`weight 75 of blue, weight 25 of green of endpoint ${name}`);
    await expect(activity).toContainText(`2 instances of green of endpoint ${name}`);
  });

  test("leaves counts to what scales them, and says which variant a link means that is gone", async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName("scaled");
    await createVariants(name, ["blue", "green"]);
    await untilInService(name);
    await scaleAutomatically(name, 1, 4, "green");
    await page.goto(`/local/endpoints/${name}`);
    await expect(page.getByText("instances, scaled automatically between 1 and 4.")).toBeVisible();
    await expect(page.getByRole("spinbutton", { name: "Instances of green" })).toHaveCount(0);
    await page.getByRole("spinbutton", { name: "Instances of blue" }).fill("0");
    await expect(page.getByText("At least 1.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Review change" })).toBeDisabled();
    await expectAccessible();

    await page.goto(`/local/endpoints/${name}?tab=playground&variant=red`);
    await expect(page.getByText("This endpoint has no variant red.").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
  });
});

test.describe("Who may only look", () => {
  test.use({ role: "viewer" });

  test("sees the split and why it cannot be moved", async ({ page, uniqueName, expectAccessible }) => {
    const name = uniqueName("viewed");
    await createVariants(name, ["blue", "green"]);
    await untilInService(name);
    await page.goto(`/local/endpoints/${name}`);
    await expect(slider(page, "blue")).toBeDisabled();
    const traffic = page.getByRole("region", { name: "Traffic" });
    await expect(traffic.getByText("Needs the operator role.")).toBeVisible();
    await expectAccessible();
  });
});
