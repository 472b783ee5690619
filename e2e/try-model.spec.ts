import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

test("a sentence gets the model's own scores, and the call can be looked at again", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("try");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  const text = page.getByRole("textbox", { name: "Text" });
  await text.fill("What a wonderful, lovely day");
  await text.press("Control+Enter");
  const scores = page.getByRole("list", { name: "Scores" });
  await expect(scores.getByRole("listitem").first()).toContainText("%");
  await expect(page.getByText("Round trip")).toBeVisible();
  await expectAccessible();

  await page.getByText("JSON", { exact: true }).last().click();
  await expect(page.getByRole("figure", { name: "Response" })).toContainText('"score"');
  await page.getByText("Code", { exact: true }).click();
  await expect(page.getByRole("figure", { name: "The request as code" })).toContainText("HuggingFacePredictor");
  await expectAccessible();

  await text.fill("Something else");
  await page.getByRole("link", { name: /^What a wonderful/ }).click();
  await expect(text).toHaveValue("What a wonderful, lovely day");
});

test("names are marked in the text", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("ner");
  await createBundledEndpoint({ name, model: "tiny-ner", task: "token-classification" });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}?tab=playground`);
  await page.getByRole("button", { name: "Use the example" }).click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
  await expectAccessible();
});

test("a prompt is gone on with, and its limit is the one that was set", async ({ page, uniqueName }) => {
  const name = uniqueName("story");
  await createBundledEndpoint({ name, model: "tiny-stories-lm", task: "text-generation" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  await page.getByRole("textbox", { name: "Prompt" }).fill("Once upon a time");
  await page.getByText("Parameters").click();
  await page.getByRole("spinbutton", { name: "Max new tokens" }).fill("8");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
  await page.getByText("Code", { exact: true }).click();
  await expect(page.getByRole("figure", { name: "The request as code" })).toContainText('"max_new_tokens": 8');
});

test("a container's refusal is told in plain words", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("refused");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  await page.getByText("JSON", { exact: true }).first().click();
  await page.getByRole("textbox", { name: "Request body" }).fill('{"inputs": "x", "parameters": {"no_such": 1}}');
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const alert = page.getByRole("alert").filter({ hasText: "container answered 400" });
  await expect(alert).toBeVisible();
  await expect(alert.getByText("Show the log lines")).toBeVisible();
  await expectAccessible();
});

test("a shared link brings its input along", async ({ page, uniqueName }) => {
  const name = uniqueName("share");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  const request = Buffer.from(JSON.stringify({ inputs: "Grüße from a link" })).toString("base64url");
  await page.goto(`/local/playground?endpoint=${name}#request=${request}`);
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("Grüße from a link");
});

test("a body that is too large gets a clear answer, not a stack trace", async ({ page, uniqueName }) => {
  const name = uniqueName("large");
  const answer = await page.request.post(`/api/workspaces/local/endpoints/${name}/invocations`, {
    headers: { "content-type": "application/octet-stream" },
    data: Buffer.alloc(30 * 1024 * 1024),
  });
  expect(answer.status()).toBe(413);
  expect(await answer.json()).toMatchObject({
    code: "too-large",
    message: "The input is 30 MB. A real-time endpoint takes at most 25 MB.",
  });
});

test("a viewer sees the playground disabled, with the reason", async ({ asRole, uniqueName }) => {
  const name = uniqueName("looker");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  const page = await asRole("viewer");
  await page.goto(`/local/playground?endpoint=${name}`);
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
  await expect(page.getByText("Needs the tester role.")).toBeVisible();
});

test("an input of 30 MB is refused below the field with both sizes, and what stood there stays", async ({
  page,
  uniqueName,
}) => {
  test.slow(); // the browser itself takes long over 30 MB of text
  const name = uniqueName("huge");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  const text = page.getByRole("textbox", { name: "Text" });
  await text.fill("A fine day");
  await text.fill("good ".repeat(6 * 1024 * 1024));
  await expect(page.getByText("The input is 30 MB. A real-time endpoint takes at most 25 MB.")).toBeVisible();
  await expect(text).toHaveValue("A fine day");
  await expect(page.getByRole("button", { name: "Run" })).toBeEnabled();
});
