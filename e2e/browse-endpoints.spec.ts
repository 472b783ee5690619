import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

const SENTIMENT = { model: "afinn-sentiment", task: "text-classification" };

test("endpoints are found by a part of their name and show what runs", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("browse");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await page.goto("/local/endpoints");
  const table = page.getByRole("table", { name: "Endpoints" });
  // Arrives after the list: from here on the page listens to what is typed.
  await expect(table.getByText("ml.m5.xlarge").first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Name contains" }).fill(name);
  await expect(table.getByRole("row")).toHaveCount(2);
  const row = table.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("InService");
  await expect(row).toContainText("text-classification");
  await expect(row).toContainText("1 × ml.m5.xlarge");
  await expectAccessible();

  await page.reload();
  await expect(table.getByRole("row")).toHaveCount(2);
});

test("a page of rows leads to the next and back", async ({ page, uniqueName }) => {
  const prefix = uniqueName("paging");
  for (const end of ["a", "b", "c"]) await createBundledEndpoint({ name: `${prefix}-${end}`, ...SENTIMENT });
  await page.goto(`/local/endpoints?search=${prefix}&sort=name&order=asc&limit=2`);
  const table = page.getByRole("table", { name: "Endpoints" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(table.getByRole("link", { name: `${prefix}-c` })).toBeVisible();
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await expect(table.getByRole("link", { name: `${prefix}-a` })).toBeVisible();
});

test("an endpoint's page tells what runs and keeps its token to itself", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("detail");
  await createBundledEndpoint({ name, ...SENTIMENT, environment: { HF_TOKEN: "hf_neverShowThisToken" } });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("afinn-sentiment").first()).toBeVisible();
  await expect(page.getByText("HF_TOKEN")).toBeVisible();
  expect(await page.content()).not.toContain("hf_neverShowThisToken");
  await expectAccessible();
});

test("the log shows what the container wrote", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("logs");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}?tab=logs`);
  await expect(page.getByRole("region", { name: "Log lines" }).getByRole("listitem").first()).toBeVisible();
  await expectAccessible();
});

test("a failed endpoint says why and what to do", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("failed");
  await createBundledEndpoint({ name, model: "no-such-model", task: "text-classification" });
  await page.goto(`/local/endpoints/${name}`);
  await expect(page.getByRole("note").filter({ hasText: "Read the logs" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Failed").first()).toBeVisible();
  await expectAccessible();
});

test("an endpoint that does not exist is explained", async ({ page, expectAccessible }) => {
  await page.goto("/local/endpoints/never-was");
  await expect(page.getByText("This endpoint does not exist")).toBeVisible();
  await expect(page.getByRole("link", { name: "All endpoints" })).toBeVisible();
  await expectAccessible();
});
