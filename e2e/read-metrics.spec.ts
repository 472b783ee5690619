import { readFile } from "node:fs/promises";

import { chart, sumOf } from "./support/chart-table";
import { askDirectly, createBundledEndpoint, tagEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

const GOOD = { body: Buffer.from(JSON.stringify({ inputs: "I love it" })), contentType: "application/json" };
const BAD = { body: Buffer.from("{"), contentType: "application/json" };

/** An endpoint that was called three times well and twice badly. */
async function makeCalledEndpoint(name: string): Promise<void> {
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  for (let call = 0; call < 3; call += 1) await askDirectly(name, GOOD);
  for (let call = 0; call < 2; call += 1) await expect(askDirectly(name, BAD)).rejects.toThrow();
}

test.describe("Metrics of an endpoint", () => {
  test("known calls give their numbers in the table and in the CSV", async ({ page, uniqueName, expectAccessible }) => {
    const name = uniqueName("metrics");
    await makeCalledEndpoint(name);
    await page.goto(`/local/endpoints/${name}`);
    await page
      .getByRole("navigation", { name: "Parts of the endpoint" })
      .getByRole("link", { name: "Metrics" })
      .click();
    await expect(page).toHaveURL(/tab=metrics/);

    const invocations = chart(page, "Invocations");
    await expect(invocations.getByRole("img", { name: /^Invocations: from/ })).toBeVisible();
    await expect(invocations.locator("canvas")).toBeVisible();
    await expectAccessible();

    await invocations.getByRole("button", { name: "Show Invocations as table" }).click();
    expect(await sumOf(invocations, "invocations")).toBe(5);
    const errors = chart(page, "Errors");
    await errors.getByRole("button", { name: "Show Errors as table" }).click();
    expect(await sumOf(errors, "4XX")).toBe(2);
    expect(await sumOf(errors, "5XX")).toBe(0);
    expect(await sumOf(errors, "model")).toBe(2);
    await expectAccessible();

    const saving = page.waitForEvent("download");
    await invocations.getByRole("button", { name: "Download Invocations as CSV" }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`${name}-invocations.csv`);
    const [head, ...rows] = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
    expect(head).toBe("time,invocations");
    expect(rows).toHaveLength(180);
    expect(rows.reduce((sum, row) => sum + Number(row.split(",")[1]), 0)).toBe(5);
  });

  test("charts are drawn in a browser whose language is no locale", async ({ page, uniqueName }) => {
    const name = uniqueName("posix");
    await makeCalledEndpoint(name);
    await page.addInitScript(() => {
      // As Chromium calls it under LANG=C.
      Object.defineProperty(Navigator.prototype, "language", { get: () => "en-US@posix", configurable: true });
    });
    await page.goto(`/local/endpoints/${name}?tab=metrics`);
    await expect(chart(page, "Invocations").locator("canvas")).toBeVisible();
  });

  test("a drag over one chart zooms all of them, in the address too, and back goes back", async ({
    page,
    uniqueName,
  }) => {
    const name = uniqueName("zoom");
    await makeCalledEndpoint(name);
    await page.goto(`/local/endpoints/${name}?tab=metrics&range=1h&zone=utc`);
    const plot = chart(page, "Invocations").locator(".u-over");
    await expect(plot).toBeVisible();
    const box = await plot.boundingBox();
    if (!box) throw new Error("The chart has no box.");
    await page.mouse.move(box.x + box.width * 0.5, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + 40, { steps: 5 });
    await page.mouse.move(box.x + box.width * 0.998, box.y + 40, { steps: 5 });
    await page.mouse.up();

    await expect(page).toHaveURL(/from=.*&to=|to=.*&from=/);
    const query = new URL(page.url()).searchParams;
    const minutes = (Date.parse(query.get("to") ?? "") - Date.parse(query.get("from") ?? "")) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(28);
    expect(minutes).toBeLessThanOrEqual(32);
    for (const title of ["Invocations", "Errors", "Model latency"]) {
      const figure = chart(page, title);
      // What was there before stays until the new window has been read.
      await expect(async () => {
        const saving = page.waitForEvent("download");
        await figure.getByRole("button", { name: `Download ${title} as CSV` }).click();
        const rows = (await readFile(await (await saving).path(), "utf8")).trimEnd().split("\r\n").slice(1);
        expect(Math.abs(rows.length - minutes), title).toBeLessThanOrEqual(1);
        expect(Date.parse(rows[0]?.split(",")[0] ?? ""), title).toBe(Date.parse(query.get("from") ?? ""));
      }).toPass();
    }

    await page.goBack();
    await expect(page).toHaveURL(/range=1h/);
    await expect(page).not.toHaveURL(/from=/);
    await expect(page.getByRole("combobox", { name: "Window" })).toHaveValue("1h");
  });

  test("pointing at one chart shows the same moment in all", async ({ page, uniqueName }) => {
    const name = uniqueName("point");
    await makeCalledEndpoint(name);
    await page.goto(`/local/endpoints/${name}?tab=metrics&range=1h`);
    const plot = chart(page, "Invocations").locator(".u-over");
    // A chart is drawn when it comes into sight.
    for (const title of ["Model latency", "Errors"]) {
      await chart(page, title).scrollIntoViewIfNeeded();
      await expect(chart(page, title).locator(".u-over")).toBeVisible();
    }
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    if (!box) throw new Error("The chart has no box.");
    await page.mouse.move(box.x + box.width * 0.4, box.y + 60);
    await page.mouse.move(box.x + box.width * 0.5, box.y + 60);
    const momentOf = (title: string) => chart(page, title).getByRole("time").textContent();
    await expect(async () => {
      const moment = await momentOf("Invocations");
      expect(moment).toMatch(/\d{2}:\d{2}:00$/);
      expect(await momentOf("Model latency")).toBe(moment);
      expect(await momentOf("Errors")).toBe(moment);
    }).toPass();
  });

  test("an endpoint that nobody called says so, and names what its kind does not emit", async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName("quiet");
    await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
    await untilInService(name);
    await page.goto(`/local/endpoints/${name}?tab=metrics`);
    await expect(page.getByRole("region", { name: "Invocations", exact: true })).toContainText("No traffic");
    await expect(page.getByRole("region", { name: "GPU", exact: true })).toContainText("ml.m5.xlarge has no GPU");
    await expect(page.getByText(/Not emitted by a real-time endpoint: .*Backlog/)).toBeVisible();
    await expectAccessible();
  });

  test("traffic that the emulator made up is labelled", async ({ page, uniqueName }) => {
    const name = uniqueName("sample");
    await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
    await tagEndpoint(name, "sample-traffic", "made up");
    await untilInService(name);
    await page.goto(`/local/endpoints/${name}?tab=metrics`);
    await expect(page.getByRole("note").filter({ hasText: "Sample data" })).toBeVisible();
  });

  test("two moments, the clock and comparing are in the address", async ({ page, uniqueName, expectAccessible }) => {
    const name = uniqueName("window");
    await makeCalledEndpoint(name);
    await page.goto(`/local/endpoints/${name}?tab=metrics`);
    await page.getByText("UTC", { exact: true }).click();
    await page.getByRole("switch", { name: "Compare with the period before" }).click();
    await page.getByRole("button", { name: "Choose times" }).click();
    const dialog = page.getByRole("dialog", { name: "Between two moments" });
    const today = new Date().toISOString().slice(0, 10);
    await dialog.getByLabel("From").fill(`${today}T00:10`);
    await dialog.getByLabel("To").fill(`${today}T00:05`);
    await dialog.getByRole("button", { name: "Show this window" }).click();
    await expect(dialog).toContainText("must end after it begins");
    await expectAccessible();
    await dialog.getByLabel("From").fill(`${today}T00:00`);
    await dialog.getByRole("button", { name: "Show this window" }).click();
    await expect(dialog).toBeHidden();
    const query = new URL(page.url()).searchParams;
    expect(Object.fromEntries(query)).toStrictEqual({
      tab: "metrics",
      zone: "utc",
      compare: "true",
      from: `${today}T00:00Z`,
      to: `${today}T00:05Z`,
    });
    await expect(page.getByText(/00:00 – 00:05 UTC/)).toBeVisible();
  });
});

test.describe("Metrics of all endpoints", () => {
  test("each endpoint stands in the charts and the table, with the way to its own page", async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName("fleet");
    await makeCalledEndpoint(name);
    const row = page.getByRole("table", { name: "Endpoints by traffic" }).getByRole("row", { name: new RegExp(name) });
    // What was read for somebody else a moment ago may not know this endpoint yet: look again.
    await expect(async () => {
      await page.goto("/local");
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Metrics" }).click();
      await expect(row.getByRole("cell").first()).toHaveText("5", { timeout: 5_000 });
    }).toPass({ timeout: 45_000 });
    await expect(row.getByRole("cell").nth(1)).toHaveText("2 (40%)");
    await expect(chart(page, "Invocations").getByRole("img")).toBeVisible();
    await expectAccessible();
    await row.getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/endpoints/${name}\\?tab=metrics`));
    await expect(chart(page, "Invocations").locator("canvas")).toBeVisible();
  });
});
