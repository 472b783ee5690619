import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";
import { createScriptedJob, deleteEndedJob, stopIfRunning, untilEnded } from "./support/training-jobs";

test.setTimeout(180_000);

/** Logs a loss each second that falls from `from`. */
const learning = (from: number) =>
  `for step in 0 1 2 3; do echo "loss: 0.$((${from} - step))"; sleep 1; done\necho "accuracy: 0.${from}"\n`;
const FOREVER = "trap 'exit 0' TERM\nwhile true; do sleep 0.2; done\n";

const running: string[] = [];
test.afterEach(async () => {
  for (const name of running.splice(0)) await stopIfRunning(name);
});

const comparison = (page: Page) => page.getByRole("table", { name: "Comparison" });
const rowOf = (page: Page, name: string) =>
  comparison(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });

test("selected jobs stand side by side with what differs and with their curves over each other", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const prefix = uniqueName("cmp");
  const [first, second, third] = [`${prefix}-a`, `${prefix}-b`, `${prefix}-c`];
  const metrics = ["loss", "accuracy"];
  const shared = { model: "bundled/tiny", seed: 7 };
  await createScriptedJob({
    name: first,
    script: learning(9),
    metrics,
    hyperparameters: { ...shared, epochs: 1, lr: 5e-5 },
  });
  await createScriptedJob({
    name: second,
    script: learning(7),
    metrics,
    hyperparameters: { ...shared, epochs: 3, lr: 5e-5 },
    isSpot: true,
  });
  await createScriptedJob({
    name: third,
    script: "echo done\n",
    hyperparameters: { ...shared, epochs: 1, fp16: true },
  });
  for (const name of [first, second, third]) await untilEnded(name);

  await test.step("select them in the table", async () => {
    await page.goto(`/local/training?search=${prefix}`);
    await page.getByRole("checkbox", { name: `Select ${first}` }).check();
    const bar = page.getByRole("region", { name: "Selected training jobs" });
    await expect(bar.getByRole("button", { name: "Compare" })).toBeDisabled();
    await expect(bar.getByText("Select two to five jobs to compare.")).toBeVisible();
    await expect(bar.getByText("None of them runs.")).toBeVisible();
    await page.getByRole("checkbox", { name: `Select ${second}` }).check();
    await expectAccessible();
    await bar.getByRole("link", { name: "Compare" }).click();
    await expect(page).toHaveURL(new RegExp(`/training/compare\\?jobs=${first},${second}$`));
  });

  await test.step("what differs is shown, what is the same on request", async () => {
    await expect(rowOf(page, "epochs")).toContainText(/1\s*3/);
    await expect(rowOf(page, "epochs").getByRole("rowheader")).toContainText("differs");
    await expect(rowOf(page, "lr")).toHaveCount(0);
    await expect(comparison(page).getByText("1 differs, 3 are the same")).toBeVisible();
    await expect(rowOf(page, "loss")).toContainText(/0\.6\s*0\.4/);
    await expect(rowOf(page, "Instances")).toContainText(/1 × ml\.g5\.xlarge.*spot/);
    await expect(rowOf(page, "Spot saving")).toContainText("%");
    await page.getByRole("switch", { name: "Only what differs" }).click();
    await expect(rowOf(page, "lr")).toContainText(/5e-05\s*5e-05/);
    await expect(rowOf(page, "lr").getByRole("rowheader")).not.toContainText("differs");
    await expect(page).toHaveURL(/all=true/);
  });

  await test.step("the curves lie over each other", async () => {
    const chart = page.getByRole("figure", { name: "loss" });
    await expect(chart.getByRole("img")).toHaveAccessibleName(new RegExp(`${first} from .*; ${second} from `));
    await expect(chart.getByText(first)).toBeVisible();
    await expect(chart.getByText(second)).toBeVisible();
    await chart.getByRole("button", { name: "Show loss as table" }).click();
    await expect(chart.getByRole("columnheader", { name: "Time since the start" })).toBeVisible();
    await expectAccessible();
  });

  await test.step("a job is added by its name and taken away again", async () => {
    await page.getByRole("combobox", { name: "Add a job" }).fill(third);
    await page.getByRole("option", { name: new RegExp(third) }).click();
    await expect(comparison(page).getByRole("columnheader")).toHaveCount(3);
    await expect(rowOf(page, "fp16")).toContainText(/–\s*–\s*true/);
    await page.getByRole("button", { name: `Do not compare ${first}` }).click();
    await expect(comparison(page).getByRole("columnheader")).toHaveCount(2);
    await expect(page).toHaveURL(new RegExp(`jobs=${second},${third}&`));
  });

  await test.step("a job that is deleted says so in its column", async () => {
    await deleteEndedJob(third);
    await page.reload();
    await expect(rowOf(page, "Status")).toContainText("No such job");
    await expect(rowOf(page, "epochs")).toContainText("3");
    await expectAccessible();
    await page.getByRole("button", { name: `Do not compare ${third}` }).click();
    await expect(page.getByText("Choose a second job")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Add a job" })).toBeVisible();
  });
});

test("several running jobs are stopped at once, each with its own result and its own line in the activity", async ({
  page,
  asRole,
  uniqueName,
  expectAccessible,
}) => {
  const prefix = uniqueName("stop");
  const names = [`${prefix}-a`, `${prefix}-b`];
  const ended = `${prefix}-ended`;
  await createScriptedJob({ name: ended, script: "true\n" });
  await untilEnded(ended);
  for (const name of names) await createScriptedJob({ name, script: FOREVER });
  running.push(...names);

  const viewer = await asRole("viewer");
  await viewer.goto(`/local/training?search=${prefix}`);
  await viewer.getByRole("checkbox", { name: `Select ${names[0]}` }).check();
  const viewersBar = viewer.getByRole("region", { name: "Selected training jobs" });
  await expect(viewersBar.getByRole("button", { name: "Stop" })).toBeDisabled();
  await expect(viewersBar.getByText("Needs the operator role.")).toBeVisible();

  await page.goto(`/local/training?search=${prefix}`);
  await page.getByRole("checkbox", { name: "Select all rows" }).check();
  const bar = page.getByRole("region", { name: "Selected training jobs" });
  await expect(bar.getByText("3 selected")).toBeVisible();
  await bar.getByRole("button", { name: "Stop 2 running" }).click();
  const dialog = page.getByRole("dialog", { name: "Stop 2 training jobs?" });
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await expect(dialog.getByText(ended)).toHaveCount(0);
  await expectAccessible();
  await dialog.getByRole("button", { name: "Stop 2 jobs" }).click();
  await expect(page.getByText("Stopping 2 training jobs")).toBeVisible();
  await expect(dialog).toHaveCount(0);

  const table = page.getByRole("table", { name: "Training jobs" });
  for (const name of names) {
    await expect(table.getByRole("row", { name: new RegExp(name) })).toContainText("Stopped", { timeout: 60_000 });
  }
  await expect(bar.getByText("None of them runs.")).toBeVisible();
  await page.goto(`/local/activity?search=${prefix}`);
  for (const name of names) {
    await expect(page.getByRole("row", { name: new RegExp(`training job ${name}.*Succeeded`) })).toBeVisible();
  }
});
