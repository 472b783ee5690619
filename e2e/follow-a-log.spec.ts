import type { Page } from "@playwright/test";

import { askDirectly, createBundledEndpoint, untilInService } from "./support/endpoints";
import { makeEndpoint } from "./support/make-endpoint";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";
import { writeLog } from "./support/write-log";

// A refused session is planned for the next one that anybody opens: these tests take turns.
test.describe.configure({ mode: "default" });

const region = (page: Page) => page.getByRole("region", { name: "Log lines" });
const line = (page: Page, text: string) => region(page).getByRole("listitem").filter({ hasText: text });
const live = (page: Page) => page.getByRole("switch", { name: "Live" });
/** The switch's own word, and a second time below the lines once the tail has begun. */
const isLive = (page: Page) => page.getByText("Live", { exact: true });

/** An endpoint with a stream of its own, and how lines come into it. */
async function makeLog(name: string) {
  await makeEndpoint({ name });
  const write = (what: string, count: number) =>
    writeLog(
      `/aws/sagemaker/Endpoints/${name}`,
      "AllTraffic/written",
      Array.from({ length: count }, (_, index) => `${what} ${index}`),
      Date.now(),
    );
  await write("first", 200);
  return { write, path: `/local/endpoints/${name}?tab=logs&stream=AllTraffic/written` };
}

async function sessionsOpened(): Promise<number> {
  const { calls } = (await (await fetch(`${E2E.emulatorUrl}/_emulator/calls`)).json()) as {
    calls: Record<string, number>;
  };
  return calls["logs StartLiveTail"] ?? 0;
}

test("a log is seen while it is written, by two people through one session, and pauses for who reads back", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const { write, path } = await makeLog(uniqueName("live-tail"));
  await page.goto(path);
  await expect(line(page, "first 199")).toBeInViewport();
  await live(page).click();
  await expect(page).toHaveURL(/live=true/);
  const before = await sessionsOpened();
  await expect(isLive(page)).toHaveCount(2);

  const other = await page.context().newPage();
  await other.goto(`${path}&live=true`);
  await expect(line(other, "first 199")).toBeInViewport();
  await write("second", 150);
  await expect(line(page, "second 149")).toBeInViewport();
  await expect(line(other, "second 149")).toBeInViewport();
  expect((await sessionsOpened()) - before).toBeLessThanOrEqual(1);
  await other.close();
  await expectAccessible();

  await region(page).hover();
  await page.mouse.wheel(0, -1_500);
  await expect(line(page, "second 149")).not.toBeInViewport();
  await write("third", 120);
  await page.getByRole("button", { name: "120 new lines" }).click();
  await expect(line(page, "third 119")).toBeInViewport();
  await expect(region(page).getByText("third 119")).toHaveCount(1);

  await live(page).click();
  await expect(page).not.toHaveURL(/live=true/);
  await write("fourth", 1);
  await expect(line(page, "fourth 0")).toBeInViewport();
});

test("who may not open a live tail is told why, and gets the lines all the same", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const { write, path } = await makeLog(uniqueName("no-tail"));
  const error = {
    type: "AccessDeniedException",
    message: "User: reader is not authorized to perform: logs:StartLiveTail",
    status: 400,
  };
  const fault = { service: "logs", operation: "StartLiveTail", times: 1, error };
  const planned = await fetch(`${E2E.emulatorUrl}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  expect(planned.ok).toBe(true);

  await page.goto(`${path}&live=true`);
  const note = page.getByRole("note").filter({ hasText: "not authorized to perform: logs:StartLiveTail" });
  await expect(note).toContainText("New lines are looked for every 5 seconds instead.");
  await expect(note).toContainText(/Request id \S+/);
  await expect(live(page)).toBeChecked();
  // The note moves the list down: its end is below the fold of a low window.
  await region(page).evaluate((list) => list.scrollIntoView({ block: "end" }));
  await write("polled", 3);
  await expect(line(page, "polled 2")).toBeInViewport();
  await expectAccessible();

  await note.getByRole("button", { name: "Try again" }).click();
  await expect(note).toHaveCount(0);
  await expect(isLive(page)).toHaveCount(2);
  await write("shown", 3);
  // What is written while the tail begins is seen when the log is read behind it, every 15 seconds.
  await expect(line(page, "shown 2")).toBeInViewport({ timeout: 30_000 });
});

test("the lines of one request are shown alone, from its answer and from the history, until the filter goes", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("request-log");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  const other = { body: Buffer.from(JSON.stringify({ inputs: "before" })), contentType: "application/json" };
  await askDirectly(name, other);
  await page.goto(`/local/playground?endpoint=${name}`);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("A lovely day");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
  await askDirectly(name, other);
  const row = page.getByRole("listitem").filter({ hasText: "A lovely day" }).first();
  const href = await row.getByRole("link", { name: "Show log lines of this request" }).getAttribute("href");
  await page.getByRole("link", { name: "Lines of this request", exact: true }).click();

  await expect(page).toHaveURL(/since=.*until=.*request=/);
  expect(new URL(page.url()).search).toBe(new URL(href ?? "", page.url()).search);
  await expect(line(page, "POST /invocations")).toHaveCount(1);
  const request = page.getByRole("region", { name: "Request" });
  await expect(request).toContainText(/Request \w{8}… .*\d{2}:\d{2}:\d{2}\.\d{3} – \d{2}:\d{2}:\d{2}\.\d{3}/);
  await request.getByRole("button", { name: "What is Lines of a request?" }).click();
  await expect(page.getByText("tells a container no request id")).toBeVisible();
  await page.keyboard.press("Escape");
  await expectAccessible();

  await request.getByRole("button", { name: "Show all requests" }).click();
  await expect(page).not.toHaveURL(/since=/);
  await expect(line(page, "POST /invocations")).toHaveCount(3);
});
