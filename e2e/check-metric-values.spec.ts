import type { Locator, Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { byPeriod, knownCalls, percentileOf, publishKnownCalls } from "./support/known-calls";
import { expect, test } from "./support/test";

const DAY_MS = 86_400_000;
/** A day that is over, and still so young that CloudWatch has its minutes. */
const DAY = Math.floor(Date.now() / DAY_MS) * DAY_MS - 2 * DAY_MS;

/** For every period that a dashboard can have, a window over (a part of) the day that has it. */
const WINDOWS = [
  { seconds: 60, says: "a point for each minute", from: DAY, to: DAY + DAY_MS / 2 },
  { seconds: 300, says: "a point for every 5 minutes", from: DAY, to: DAY + DAY_MS },
  { seconds: 900, says: "a point for every 15 minutes", from: DAY - 3 * DAY_MS, to: DAY + DAY_MS },
  { seconds: 3_600, says: "a point for each hour", from: DAY - 15 * DAY_MS, to: DAY + DAY_MS },
  { seconds: 21_600, says: "a point for every 6 hours", from: DAY - 60 * DAY_MS, to: DAY + DAY_MS },
  { seconds: 86_400, says: "a point for each day", from: DAY - 300 * DAY_MS, to: DAY + DAY_MS },
];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** As the table shows a number: counts in full, measurements by four digits, a half rounded up as one does by hand. */
const shown = (value: number) =>
  Number.isInteger(value) || value >= 1_000
    ? Number(value.toFixed(2))
    : Number((value * (1 + Number.EPSILON * 8)).toPrecision(4));

/** A chart's table as numbers: the moment of each row in epoch milliseconds, then its cells. */
async function tableOf(page: Page, title: string): Promise<number[][]> {
  const figure: Locator = page.getByRole("figure", { name: title, exact: true });
  const toTable = figure.getByRole("button", { name: `Show ${title} as table` });
  if (await toTable.isVisible()) await toTable.click();
  const rows = await figure
    .getByRole("table")
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  return rows.map(([moment = "", ...cells]) => [
    Date.parse(`${moment} UTC`),
    ...cells.map((text) => Number(text.replaceAll(",", ""))),
  ]);
}

test("a known sequence of calls gives exactly its sums, averages and percentiles, at every period", async ({
  page,
  uniqueName,
}) => {
  const name = uniqueName("known");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  const calls = knownCalls(DAY);
  await publishKnownCalls(name, calls);
  await untilInService(name);

  for (const { seconds, says, from, to } of WINDOWS) {
    const query = new URLSearchParams({
      tab: "metrics",
      zone: "utc",
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    });
    await page.goto(`/local/endpoints/${name}?${query}`);
    await expect(page.getByText(says)).toBeVisible();
    const rowsOf = (known: (typeof calls)["invocations"], cells: (values: number[]) => number[]) =>
      byPeriod(known, seconds, to).map(({ at, of }) => [at, ...cells(of).map(shown)]);
    const expectRows = async (title: string, rows: number[][]) =>
      expect(await tableOf(page, title), `${title}, ${says}`).toStrictEqual(rows);

    await expectRows(
      "Invocations",
      rowsOf(calls.invocations, (values) => [sum(values)]),
    );
    await expectRows(
      "Model latency",
      rowsOf(calls.modelLatencyUs, (values) => [50, 90, 95, 99].map((part) => percentileOf(values, part) / 1_000)),
    );
    await expectRows(
      "CPU",
      rowsOf(calls.cpuPercent, (values) => [sum(values) / values.length, Math.max(...values), Math.min(...values)]),
    );
    await expectRows(
      "Instances",
      rowsOf(calls.cpuPercent, (values) => [Math.round((values.length / (seconds / 60)) * 10) / 10]),
    );
    const errors = await tableOf(page, "Errors");
    expect(
      errors.map(([at, clientErrors]) => [at, clientErrors]),
      `Errors, ${says}`,
    ).toStrictEqual(rowsOf(calls.clientErrors, (values) => [sum(values)]));
  }
});
