import type { Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { fillField } from "./support/fill-field";
import { expect, test } from "./support/test";

test.use({ role: "operator" });

type Way = { strategy: "All at once" | "Canary" | "Linear" | "Rolling"; step?: [label: string, percent: string] };
const WAYS: Way[] = [
  { strategy: "All at once" },
  { strategy: "Canary", step: ["Canary (%)", "20"] },
  { strategy: "Linear", step: ["Step (%)", "50"] },
  { strategy: "Rolling", step: ["Batch (%)", "50"] },
];

async function deploy(name: string): Promise<void> {
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
}

/** Opens the form, chooses the way, and changes the number of instances so that there is something to compare. */
async function fillIn(page: Page, name: string, { strategy, step }: Way, wait: string): Promise<void> {
  await page.goto(`/local/endpoints/${name}/update`);
  await fillField(page.getByRole("spinbutton", { name: "Number of instances" }), "2");
  await page.getByRole("radio", { name: new RegExp(`^${strategy}`) }).check();
  if (step) await page.getByRole("spinbutton", { name: step[0] }).fill(step[1]);
  await page.getByRole("spinbutton", { name: "Baking period (s)" }).fill(wait);
}

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review the update" }).click();
  await page.getByRole("button", { name: "Update endpoint" }).click();
  await page.waitForURL(/\/operations\/[0-9a-f-]{36}$/);
}

for (const way of WAYS) {
  test(`an update ${way.strategy.toLowerCase()} goes through, and another is taken back by its alarm`, async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName("update");
    await deploy(name);
    await fillIn(page, name, way, "1");
    const difference = page.getByRole("table", { name: "What changes" }).first();
    await expect(difference.getByRole("row", { name: /^Instances/ })).toContainText("2");
    await expectAccessible();
    await send(page);
    await expect(page.getByText("The update is in service.")).toBeVisible({ timeout: 60_000 });

    await fillIn(page, name, way, "600");
    await page.getByRole("spinbutton", { name: "Number of instances" }).fill("4");
    await page.getByRole("checkbox", { name: "When a call fails" }).check();
    await send(page);
    const stop = page.getByRole("button", { name: "Stop and roll back" });
    await expect(page.getByRole("table", { name: "Variants of the update" })).toContainText("Baking", {
      timeout: 30_000,
    });
    await expectAccessible();
    await stop.click();
    await expect(page.getByText(/Rolled back: the alarm .*-update-errors went off\./).first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      page.getByRole("table", { name: "Requested and actual" }).getByRole("row", { name: /^Instances/ }),
    ).toContainText("42");
    await expectAccessible();
  });
}

test("an update that cannot start says so on every page, and the last good configuration comes back in one go", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("back");
  await deploy(name);
  await page.goto(`/local/endpoints/${name}/update`);
  await fillField(page.getByRole("textbox", { name: "Model", exact: true }), "bundled/no-such-model");
  await send(page);
  await expect(page.getByText("Rolled back: the endpoint runs what it ran before.").first()).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("link", { name: "Open the endpoint" }).click();
  await expect(page.getByText("Rolled back: the endpoint runs what it ran before.").first()).toBeVisible();

  await page.goto(`/local/endpoints/${name}/update`);
  await fillField(page.getByRole("textbox", { name: "Model", exact: true }), "bundled/tiny-ner");
  await page.getByRole("textbox", { name: "Value 1" }).fill("token-classification");
  await send(page);
  await expect(page.getByText("The update is in service.")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Open the endpoint" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Changes" }).click();
  const updates = page.getByRole("list", { name: "Updates" });
  await expect(updates.getByText("Applied")).toBeVisible();
  await expect(updates.getByText("Rolled back")).toBeVisible();
  const differences = page.getByRole("table", { name: "Differences" });
  await expect(differences.getByRole("row", { name: /^Model/ })).toContainText("bundled/tiny-ner");
  await expectAccessible();

  await page.getByRole("button", { name: "Return to the last good one" }).click();
  await expect(page.getByRole("table", { name: "What going back changes" })).toContainText("bundled/afinn-sentiment");
  await page.getByRole("button", { name: "Return", exact: true }).click();
  await expect(page.getByText("The update is in service.").first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Open the endpoint" }).click();
  await expect(page.getByText("afinn-sentiment").first()).toBeVisible();
});
