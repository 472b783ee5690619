import type { APIResponse } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

/** What only the inside of the console knows: stacks, source files, the validator's own words. */
const INTERNALS = /\bat [\w.<>]+ \(|node_modules|\.next[\\/]|\.tsx?:\d|ZodError|TypeError|SyntaxError/;

async function expectRefusal(answer: APIResponse, status: number, code: string): Promise<void> {
  const text = await answer.text();
  expect(answer.status(), text).toBe(status);
  expect(text).not.toMatch(INTERNALS);
  expect(JSON.parse(text)).toMatchObject({ code, message: expect.stringMatching(/^[A-Z]/) });
}

const API = "/api/workspaces/local";

for (const [path, status, code] of [
  ["/api/workspaces/nowhere/endpoints", 404, "not-found"],
  ["/api/workspaces/__proto__/overview", 404, "not-found"],
  [`${API}/endpoints/%2e%2e%2f`, 400, "invalid"],
  [`${API}/endpoints/%3Cscript%3E`, 400, "invalid"],
  [`${API}/endpoints/%00/tags`, 400, "invalid"],
  [`${API}/endpoints/${"x".repeat(5_000)}/deletion`, 400, "invalid"],
  [`${API}/endpoints/no-such-endpoint`, 404, "not-found"],
  [`${API}/endpoints?sort=evil`, 400, "invalid"],
  [`${API}/endpoints?cursor=garbage`, 400, "invalid"],
  [`${API}/endpoint-rows`, 400, "invalid"],
  [`${API}/endpoints/no-such-endpoint/logs?limit=0`, 400, "invalid"],
  [`${API}/activity?cursor=garbage`, 400, "invalid"],
  [`${API}/operations/not-an-id`, 404, "not-found"],
] as const) {
  test(`GET ${path.slice(0, 80)} answers ${status}`, async ({ page }) => {
    await expectRefusal(await page.request.get(path), status, code);
  });
}

test("addresses that mean nothing lead to a page that says so, with the way on", async ({ page, expectAccessible }) => {
  for (const [path, says] of [
    ["/nowhere/endpoints", "This page does not exist"],
    ["/local/no-such-page", "This page does not exist"],
    ["/local/no/such/page", "This page does not exist"],
    ["/local/endpoints/%2e%2e%2f", "This endpoint does not exist"],
    ["/local/endpoints/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "This endpoint does not exist"],
    ["/local/operations/not-an-id", "There is no such operation"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(says).first(), path).toBeVisible();
    expect(await page.locator("body").innerText(), path).not.toMatch(INTERNALS);
    await expectAccessible();
  }
});

test("nonsense behind the question mark leaves each page as it is without", async ({ page }) => {
  for (const [path, heading] of [
    ["/local/endpoints?page=-1&sort=evil&status=x&q=%00", "Endpoints"],
    ["/local/activity?from=yesterday&to=%00&member=%3Cscript%3E", "Activity"],
    ["/local/containers?image=%3Cscript%3E&region=nowhere-1&table=x", "Containers"],
    ["/local/playground?endpoint=%3Cscript%3E&task=x", "Playground"],
    ["/local/deploy?source=evil&instance=ml.nope&image=bad&count=-1&name=-", "Deploy"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(page.getByText("Something went wrong"), path).toHaveCount(0);
    await expect(page.getByText("could not be"), path).toHaveCount(0);
  }
});

test("a wrong method or an archive that is none changes nothing", async ({ page }) => {
  expect((await page.request.delete(`${API}/endpoints/x`)).status()).toBe(405);
  const text = await page.request.post(`${API}/uploads?name=../../etc/passwd`, { data: "no archive" });
  await expectRefusal(text, 400, "invalid");
});

test("what AWS would refuse in the deploy form is said beside its field, and everything typed stays", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/local/deploy?source=s3");
  await page.getByRole("textbox", { name: "Archive in S3" }).fill("https://example.com/model.zip");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("<script>alert(1)</script>");
  await page.getByRole("button", { name: "Review the requests" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "to put right first" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("textbox", { name: "Archive in S3" })).toHaveValue("https://example.com/model.zip");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("<script>alert(1)</script>");
  await expectAccessible();
});

test("the playground refuses broken JSON, says where, and keeps what was typed", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("hostile");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  await page.getByText("JSON", { exact: true }).first().click();
  const body = page.getByRole("textbox", { name: "Request body" });
  const run = page.getByRole("button", { name: "Run", exact: true });

  await body.fill('{"inputs": "x",}');
  await expect(page.getByText("This is not valid JSON: look at line 1, at }").first()).toBeVisible();
  await expect(run).toBeDisabled();
  await body.fill(`{"inputs": ${"[".repeat(100_000)}`);
  await expect(page.getByText("This is not valid JSON.").first()).toBeVisible();
  await body.fill('{"inputs": "x",}');
  await expect(body).toHaveValue('{"inputs": "x",}');
  await expectAccessible();
});

test("a model that is nowhere ends as a failed deploy that names it", async ({ page, uniqueName }) => {
  const name = uniqueName("unknown");
  await page.goto(`/local/deploy?source=hub&model=no-one/no-such-model&task=text-classification&name=${name}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  const failure = page.getByRole("alert").filter({ hasText: "The deploy failed" });
  await expect(failure).toContainText("no-one/no-such-model", { timeout: 50_000 });
  await expect(failure).toContainText("This exists now");
  expect(await page.locator("body").innerText()).not.toMatch(INTERNALS);
});
