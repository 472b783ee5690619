import type { Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

/** Presses Tab until an element of this role and name has the focus. */
async function tabTo(page: Page, role: "button" | "textbox", name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach the ${role} ${name}.`);
}

async function openEndpoint(page: Page, name: string, wish: { model: string; task: string }): Promise<void> {
  await createBundledEndpoint({ name, ...wish });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  // What the page has asked for may still replace what has the focus.
  await page.waitForLoadState("networkidle");
}

test("a text is typed and run without a mouse", async ({ page, uniqueName }) => {
  await openEndpoint(page, uniqueName("keys"), { model: "afinn-sentiment", task: "text-classification" });
  await tabTo(page, "textbox", "Text");
  await page.keyboard.type("A lovely day");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("list", { name: "Scores" })).toBeVisible();
});

test("a picture is chosen and run without a mouse", async ({ page, uniqueName }) => {
  await openEndpoint(page, uniqueName("keys"), { model: "tiny-shapes-detector", task: "object-detection" });
  await tabTo(page, "button", /^Choose/);
  // A press before the browser has begun to hold back file choosers is lost.
  await expect(async () => {
    const chooser = page.waitForEvent("filechooser", { timeout: 3_000 });
    await page.keyboard.press("Enter");
    await (await chooser).setFiles("public/examples/shapes.png");
  }).toPass();
  await expect(page.getByText("shapes.png")).toBeVisible();
  await tabTo(page, "button", "Run");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Things found" })).toBeVisible();
});

test("a table is filled and asked without a mouse", async ({ page, uniqueName }) => {
  await openEndpoint(page, uniqueName("keys"), { model: "table-rules", task: "table-question-answering" });
  await tabTo(page, "textbox", "Question");
  await page.keyboard.type("How many stars does Datasets have?");
  await tabTo(page, "textbox", "Name of column 1");
  await page.keyboard.type("Repository");
  await tabTo(page, "textbox", "Name of column 2");
  await page.keyboard.type("Stars");
  await tabTo(page, "textbox", "Repository, row 1");
  await page.keyboard.type("Datasets");
  await tabTo(page, "textbox", "Stars, row 1");
  await page.keyboard.type("4512");
  await page.keyboard.press("Control+Enter");
  const answer = page.getByRole("table", { name: "The table, answer cells marked" });
  await expect(answer).toContainText("4512");
});
