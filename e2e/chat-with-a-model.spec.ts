import type { Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { rehearseStream } from "./support/rehearse-stream";
import { expect, test } from "./support/test";

const TGI =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04";

const VLLM =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-vllm:0.21.0-transformers5.8.1-gpu-py312-cu130-ubuntu22.04";

// A rehearsal is for whichever stream comes next.
test.describe.configure({ mode: "serial" });

async function openChat(page: Page, name: string) {
  await page.goto(`/local/playground?endpoint=${name}`);
  await expect(page.getByRole("textbox", { name: "Message" })).toBeEditable();
}

async function say(page: Page, text: string) {
  const box = page.getByRole("textbox", { name: "Message" });
  await box.fill(text);
  await box.press("Enter");
}

const conversation = (page: Page) => page.getByRole("region", { name: "Conversation" });
const answers = (page: Page) => page.getByRole("article", { name: "Model" });

test("a language model's answer streams, can be stopped, made again and asked for in other words", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("chat");
  await createBundledEndpoint({ name, model: "tiny-chat", task: "text-generation", image: TGI });
  await untilInService(name);
  await openChat(page, name);
  await expectAccessible();

  await rehearseStream({ tokenDelayMs: 300 });
  await say(page, "Hello, my name is Sarah!");
  // The first text is there while the answer still runs.
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  await expect(answers(page).first()).toContainText(/\w/);
  await expect(answers(page).first()).toHaveAttribute("aria-busy", "true");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(answers(page).first()).toContainText("Stopped");

  // Slow enough that a speed can be told: the model alone ends within a few milliseconds of its first token.
  await rehearseStream({ tokenDelayMs: 20 });
  await page.getByRole("button", { name: "Answer again" }).click();
  await expect(answers(page).first()).toContainText("tokens/s");
  await expect(answers(page).first()).toContainText("2 / 2");
  await expectAccessible();

  await page.getByRole("button", { name: "Edit and send again" }).click();
  await page.getByRole("textbox", { name: "Your message" }).fill("What is the capital of France?");
  await page.getByRole("button", { name: "Send", exact: true }).first().click();
  await expect(page.getByRole("button", { name: "Earlier wording" })).toBeEnabled();
  await page.getByRole("button", { name: "Earlier wording" }).click();
  await expect(conversation(page).getByText("Hello, my name is Sarah!", { exact: true })).toBeVisible();

  await page.reload();
  await expect(conversation(page).getByText("Hello, my name is Sarah!", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Clear the conversation" }).click();
  await page.getByRole("button", { name: "Undo clearing" }).click();
  await expect(conversation(page).getByText("Hello, my name is Sarah!", { exact: true })).toBeVisible();
});

test("an answer that breaks off keeps what came, says so, and can be tried again", async ({ page, uniqueName }) => {
  const name = uniqueName("broken");
  await createBundledEndpoint({ name, model: "tiny-chat", task: "text-generation", image: TGI });
  await untilInService(name);
  await openChat(page, name);
  await rehearseStream({ breakAfterParts: 3 });
  await say(page, "Hello, my name is Sarah!");
  const alert = page.getByRole("alert").filter({ hasText: "broke off" });
  await expect(alert).toContainText("What came before it is kept.");
  await rehearseStream({ tokenDelayMs: 20 });
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(answers(page)).toContainText("tokens/s");
});

test("a pipeline answers in one piece, and the page says so", async ({ page, uniqueName }) => {
  const name = uniqueName("toolkit");
  await createBundledEndpoint({ name, model: "tiny-chat", task: "text-generation" });
  await untilInService(name);
  await openChat(page, name);
  await expect(page.getByText("This container answers in one piece:")).toBeVisible();
  await say(page, "What is the capital of France?");
  await expect(answers(page)).toContainText("Paris");
  await expect(answers(page)).not.toContainText("tokens/s");
});

for (const [server, image, prompt, member] of [
  ["TGI", TGI, "Once upon a time", '"inputs"'],
  ["vLLM", VLLM, "The little dog", '"prompt"'],
] as const) {
  test(`a prompt to ${server} is gone on with token by token, and can be stopped`, async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName(server.toLowerCase());
    await createBundledEndpoint({ name, model: "tiny-stories-lm", task: "text-generation", image });
    await untilInService(name);
    await page.goto(`/local/playground?endpoint=${name}&mode=prompt`);
    await page.getByRole("textbox", { name: "Prompt" }).fill(prompt);

    await rehearseStream({ tokenDelayMs: 300 });
    await page.getByRole("button", { name: "Run" }).click();
    const soFar = page.getByRole("region", { name: "Answer so far" });
    await expect(soFar).toHaveAttribute("aria-busy", "true");
    await expect(soFar.locator("strong")).toContainText(/\w/);
    await expectAccessible();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByText("Stopped here.")).toBeVisible();
    await expect(soFar.locator("strong")).toContainText(/\w/);

    // An answer that arrives within one moment has no speed to speak of.
    await rehearseStream({ tokenDelayMs: 30 });
    // The story is drawn by lot: now and then it ends with its first word.
    await expect(async () => {
      await page.getByRole("button", { name: "Run" }).click();
      await expect(page.getByText("First token")).toBeVisible();
      await expect(page.getByText(/tokens\/s/)).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await page.getByText("JSON", { exact: true }).last().click();
    await expect(page.getByRole("figure", { name: "Request" })).toContainText(member);
    await page.getByText("Code", { exact: true }).click();
    await page.getByText("boto3", { exact: true }).click();
    await expect(page.getByRole("figure", { name: "The request as code" })).toContainText(
      "invoke_endpoint_with_response_stream",
    );
  });
}

test("a chat of the past is opened as a chat, gone on with, and left again", async ({ page, uniqueName }) => {
  const name = uniqueName("reopened");
  await createBundledEndpoint({ name, model: "tiny-chat", task: "text-generation", image: TGI });
  await untilInService(name);
  await openChat(page, name);
  await say(page, "What is the capital of France?");
  await expect(answers(page)).toContainText("Paris");
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the conversation" }).click();

  await page.getByRole("link", { name: /What is the capital of France/ }).click();
  await expect(page.getByText("From your history")).toBeVisible();
  await expect(answers(page)).toContainText("Paris");
  await page.reload();
  await expect(answers(page)).toContainText("Paris");
  await say(page, "Hello, my name is Sarah!");
  await expect(answers(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Back to your chat" }).click();
  await expect(page.getByText("Talk to the model")).toBeVisible();
});
