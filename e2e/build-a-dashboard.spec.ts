import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { knownCalls, publishKnownCalls } from "./support/known-calls";
import { expect, test } from "./support/test";

const DAY_MS = 86_400_000;

test("a dashboard of chosen charts is made, changed, shared with the workspace and deleted", async ({
  page,
  asRole,
  uniqueName,
  expectAccessible,
}) => {
  const [one, two] = [uniqueName("dash-one"), uniqueName("dash-two")];
  const title = uniqueName("Morning");
  const calls = knownCalls(Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS);
  for (const name of [one, two]) {
    await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
    await publishKnownCalls(name, calls);
    await untilInService(name);
  }
  await page.goto("/local/metrics");
  await page.getByRole("navigation", { name: "Parts of Metrics" }).getByRole("link", { name: "Dashboards" }).click();
  await page.getByRole("button", { name: "New dashboard" }).first().click();
  const naming = page.getByRole("dialog", { name: "New dashboard" });
  await naming.getByLabel("Name").fill(title);
  await naming.getByRole("button", { name: "Make dashboard" }).click();

  const form = page.getByRole("form", { name: "Dashboard" });
  const add = async (place: number, name: string) => {
    await form.getByRole("combobox", { name: `Add to chart ${place}` }).fill(name);
    await page.getByRole("option", { name }).click();
    await expect(form.getByRole("list", { name: `Shown in chart ${place}` })).toContainText(name);
  };
  await form.getByRole("button", { name: "Save dashboard" }).click();
  await expect(form.getByRole("alert")).toContainText("Choose what the chart shows");
  await add(1, one);
  await add(1, two);
  await form.getByRole("button", { name: "Add chart" }).click();
  await form.getByRole("combobox", { name: "What chart 2 shows" }).selectOption({ label: "CPU" });
  await form.getByRole("button", { name: `Take ${two} off chart 2` }).click();
  await form.getByRole("button", { name: "Move chart 2 up" }).click();
  await expect(form.getByRole("combobox", { name: "What chart 1 shows" })).toHaveValue("cpu");
  await expectAccessible();
  await form.getByRole("button", { name: "Save dashboard" }).click();

  const charts = page.getByRole("figure");
  await page.getByRole("combobox", { name: "Window" }).selectOption({ label: "Last 3 days" });
  await expect(charts).toHaveCount(2);
  await expect(charts.nth(0)).toHaveAccessibleName(`CPU: ${one}`);
  await expect(charts.nth(1)).toHaveAccessibleName("Invocations: 2 endpoints");
  await charts
    .nth(1)
    .getByRole("button", { name: /as table/ })
    .click();
  const heads = charts.nth(1).getByRole("columnheader");
  await expect(heads).toHaveText(["Time", one, two]);
  const cells = await charts.nth(1).locator("tbody td:nth-child(2)").allTextContents();
  expect(cells.reduce((sum, text) => sum + Number(text), 0)).toBe(calls.invocations.length);
  await expectAccessible();

  const viewer = await asRole("viewer");
  await viewer.goto("/local/metrics/dashboards");
  await viewer.getByRole("link", { name: title }).click();
  await expect(viewer.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await viewer.goto(page.url()); // the link that was sent, with its window
  await expect(viewer.getByRole("figure", { name: `CPU: ${one}` })).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Edit" })).toBeDisabled();

  await page.getByRole("button", { name: `More for ${title}` }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await page.getByRole("dialog", { name: "Duplicate dashboard" }).getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByRole("heading", { name: `${title} copy`, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: `More for ${title} copy` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete dashboard" }).click();
  const list = page.getByRole("table", { name: "Dashboards" });
  await expect(list.getByRole("link", { name: title, exact: true })).toBeVisible();
  await expect(list.getByRole("link", { name: `${title} copy` })).toBeHidden();
  await expectAccessible();
});
