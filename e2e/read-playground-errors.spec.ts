import type { Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

// What the emulator is told to do next would hit another test's call.
test.describe.configure({ mode: "serial" });

type Wish = { model?: string; task?: string; environment?: Record<string, string> };

async function openOn(page: Page, name: string, wish: Wish = {}): Promise<void> {
  const { model = "afinn-sentiment", task = "text-classification", environment } = wish;
  await createBundledEndpoint({ name, model, task, environment });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
}

async function runText(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Text", exact: true }).fill(text);
  await page.getByRole("button", { name: "Run", exact: true }).click();
}

/** The next call to an endpoint ends as AWS would end it. */
async function failNext(page: Page, type: string, message: string, status: number): Promise<void> {
  const answer = await page.request.post(`${E2E.emulatorUrl}/_emulator/faults`, {
    data: { service: "sagemaker-runtime", operation: "InvokeEndpoint", error: { type, message, status } },
  });
  expect(answer.ok()).toBe(true);
}

const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /./ });

test("an unknown parameter is named, its log lines are there, and one click takes it out", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  await openOn(page, uniqueName("parameter"));
  await page.getByText("JSON", { exact: true }).first().click();
  await page.getByRole("textbox", { name: "Request body" }).fill('{"inputs": "fine", "parameters": {"no_such": 1}}');
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(alert(page)).toContainText("The model does not know one of the parameters.");
  await page.getByText("Show the log lines").click();
  await expect(page.getByRole("region", { name: "Log lines" })).toContainText("no_such");
  await expectAccessible();
  await page.getByRole("button", { name: "Remove no_such and run" }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
});

test("an endpoint that is still starting says so instead of failing", async ({ page, uniqueName }) => {
  const name = uniqueName("starting");
  const scenario = (to: string) => page.request.post(`${E2E.emulatorUrl}/_emulator/scenarios`, { data: { name: to } });
  await scenario("slow-start");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await scenario("normal");
  await page.goto(`/local/playground?endpoint=${name}`);
  await expect(page.getByRole("note").filter({ hasText: "still starting" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
});

test("an endpoint that went away leads to its status", async ({ page, uniqueName }) => {
  const name = uniqueName("away");
  await openOn(page, name);
  await failNext(page, "ValidationError", `Endpoint ${name} of account 111122223333 not found.`, 400);
  await runText(page, "x");
  await expect(alert(page)).toContainText("is not in service");
  await expect(page.getByRole("link", { name: "See the endpoint's status" })).toBeVisible();
});

test("a model that is not ready can be asked again", async ({ page, uniqueName }) => {
  await openOn(page, uniqueName("ready"));
  await failNext(page, "ModelNotReadyException", "The model is not ready.", 429);
  await runText(page, "x");
  await expect(alert(page)).toContainText("cannot take the call at this moment");
  await page.getByRole("button", { name: "Run again" }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
});

test("a time-out says how long SageMaker waits", async ({ page, uniqueName }) => {
  await openOn(page, uniqueName("slow"));
  const words =
    'Received server error (0) from primary with message "Your invocation timed out while waiting for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve the issue, and try again.". See https://us-east-1.console.aws.amazon.com/x in account 111122223333 for more information.';
  await failNext(page, "ModelError", words, 424);
  await runText(page, "x");
  await expect(alert(page)).toContainText("longer than the 60 seconds");
});

test("a request above the container's own limit is told as too large", async ({ page, uniqueName }) => {
  await openOn(page, uniqueName("limit"), { environment: { MMS_MAX_REQUEST_SIZE: "2000" } });
  await runText(page, "good ".repeat(1_000));
  await expect(alert(page)).toContainText("larger than the container takes");
});

test("a full queue says that the endpoint is busy", async ({ page, uniqueName }) => {
  await openOn(page, uniqueName("queue"), { environment: { MMS_JOB_QUEUE_SIZE: "0" } });
  await runText(page, "x");
  await expect(alert(page)).toContainText("the queue is full");
  await expect(page.getByRole("button", { name: "Run again" })).toBeVisible();
});

test("a kind of content that the container does not read is told in plain words", async ({ page, uniqueName }) => {
  const name = uniqueName("content");
  await openOn(page, name);
  const answer = await page.request.post(`/api/workspaces/local/endpoints/${name}/invocations`, {
    headers: { "content-type": "text/plain" },
    data: "just text",
  });
  expect(await answer.json()).toMatchObject({ message: "The container does not read this kind of content." });
});
