import type { Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

async function openOn(page: Page, name: string): Promise<void> {
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
}

async function run(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Text", exact: true }).fill(text);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
}

test("a call is found again after a reload, by its words, with the answer it had", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  await openOn(page, uniqueName("memory"));
  await run(page, "What a wonderful, lovely day");
  await page.reload();
  await page.getByRole("searchbox", { name: "Search the history" }).fill("lovely wonderful");
  await page.getByRole("link", { name: /^What a wonderful/ }).click();
  await expect(page.getByText(/From your history/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Scores" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toHaveValue("What a wonderful, lovely day");
  await expect(page).toHaveURL(/call=[0-9a-f]{32}/);
  await expectAccessible();
});

test("nobody else sees a call, an administrator with its link neither", async ({ page, asRole, uniqueName }) => {
  const name = uniqueName("private");
  const tester = await asRole("tester");
  await openOn(tester, name);
  await run(tester, "A secret thought");
  await tester.getByRole("link", { name: /^A secret thought/ }).click();
  await expect(tester).toHaveURL(/call=/);
  await page.goto(tester.url());
  await expect(page.getByText("This call is not in your history.")).toBeVisible();
  await expect(page.getByText("A secret thought")).toHaveCount(0);
});

test("a token is not kept", async ({ page, uniqueName }) => {
  await openOn(page, uniqueName("token"));
  await run(page, "use hf_abcdefghijklmnop for it");
  await page.reload();
  await page.getByRole("link", { name: /^use •+ for it/ }).click();
  await expect(page.getByText("What looked like a secret was not kept")).toBeVisible();
  await expect(page.getByText("hf_abcdefghijklmnop")).toHaveCount(0);
});

test("an example saved by one fills the form of another, by its link too", async ({ page, asRole, uniqueName }) => {
  const name = uniqueName("example");
  await openOn(page, name);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("The soup was cold");
  await page.getByRole("button", { name: "Save as example" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(`Guest ${name}`);
  await page.getByRole("button", { name: "Save example" }).click();
  await expect(page).toHaveURL(/example=/);
  const colleague = await asRole("tester");
  await colleague.goto(page.url());
  await expect(colleague.getByRole("textbox", { name: "Text", exact: true })).toHaveValue("The soup was cold");
  await expect(colleague.getByRole("button", { name: `Guest ${name}` })).toHaveAttribute("aria-pressed", "true");
});
