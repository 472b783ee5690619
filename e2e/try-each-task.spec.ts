import { readFileSync } from "node:fs";
import type { Locator, Response } from "@playwright/test";

import { findBundledModel } from "../catalog/bundled-models/select";

import { askDirectly, createBundledEndpoint, OLD_IMAGE, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

type Case = { task: string; model: string; drawn: (answer: Locator) => Locator };

const scores = (answer: Locator) => answer.getByRole("list", { name: "Scores" });

/** Each task of the reference page on a bundled model, and what its answer is drawn as. */
const CASES: Case[] = [
  { task: "text-classification", model: "afinn-sentiment", drawn: scores },
  { task: "sentiment-analysis", model: "afinn-sentiment", drawn: scores },
  {
    task: "token-classification",
    model: "tiny-ner",
    drawn: (answer) => answer.getByRole("table", { name: "Entities" }),
  },
  { task: "question-answering", model: "tiny-qa", drawn: (answer) => answer.locator("mark") },
  { task: "zero-shot-classification", model: "tiny-nli", drawn: scores },
  {
    task: "table-question-answering",
    model: "table-rules",
    drawn: (answer) => answer.getByRole("table", { name: "The table, answer cells marked" }),
  },
  {
    task: "fill-mask",
    model: "tiny-fill-mask",
    drawn: (answer) => answer.getByRole("group", { name: "Words for the mask" }),
  },
  {
    task: "feature-extraction",
    model: "tiny-embeddings",
    drawn: (answer) => answer.getByRole("img", { name: /^Values of \d+ tokens/ }),
  },
  {
    task: "summarization",
    model: "tiny-summarizer",
    drawn: (answer) => answer.getByRole("figure", { name: "Summary" }),
  },
  {
    task: "translation_en_to_fr",
    model: "tiny-en-fr",
    drawn: (answer) => answer.getByRole("figure", { name: "Translation" }),
  },
  {
    task: "text2text-generation",
    model: "tiny-text2text",
    drawn: (answer) => answer.getByRole("button", { name: "Copy the new text" }),
  },
  {
    task: "text-generation",
    model: "tiny-stories-lm",
    drawn: (answer) => answer.getByRole("button", { name: "Copy the new text" }),
  },
  { task: "image-classification", model: "tiny-digits", drawn: scores },
  {
    task: "image-segmentation",
    model: "tiny-shapes-segmenter",
    drawn: (answer) => answer.getByRole("table", { name: "Parts found" }),
  },
  {
    task: "object-detection",
    model: "tiny-shapes-detector",
    drawn: (answer) => answer.getByRole("table", { name: "Things found" }),
  },
  { task: "zero-shot-image-classification", model: "tiny-clip", drawn: scores },
  { task: "audio-classification", model: "tiny-spoken-words", drawn: scores },
  {
    task: "automatic-speech-recognition",
    model: "tiny-words-asr",
    drawn: (answer) => answer.getByText("STOP SEVEN"),
  },
];

for (const { task, model, drawn } of CASES) {
  test(`${task}: the example is one click away, its answer is drawn, and the JSON is the container's own`, async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName("task");
    await createBundledEndpoint({ name, model, task });
    await untilInService(name);
    await page.goto(`/local/playground?endpoint=${name}`);
    await page.getByRole("button", { name: "Use the example" }).click();
    const answered = page.waitForResponse((response) => response.url().endsWith(`/${name}/invocations`));
    await page.getByRole("button", { name: "Run", exact: true }).click();

    const answer = page.getByRole("region", { name: "Answer" });
    await expect(drawn(answer).first()).toBeVisible();
    await expect(answer.getByText("Round trip")).toBeVisible();
    await expectAccessible();

    const response = await answered;
    const direct = await askDirectly(name, await sent(response, model));
    expect(await response.json()).toStrictEqual(direct);
    await answer.getByText("JSON", { exact: true }).click();
    const shown = answer.getByRole("figure", { name: "Response" }).locator("code");
    const start = JSON.stringify(direct).replaceAll(/\s/g, "").slice(0, 500);
    expect((await shown.innerText()).replaceAll(/\s/g, "")).toContain(start);
  });
}

test("conversational: a turn is answered, and the raw answer is the container's own", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("task");
  await createBundledEndpoint({ name, model: "tiny-chat", task: "conversational", image: OLD_IMAGE });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  await page.getByRole("textbox", { name: "Message" }).fill("What is the capital of France?");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const answer = page.getByRole("article", { name: "Model" });
  await expect(answer).toContainText("Paris");
  await expectAccessible();
  const inputs = { text: "What is the capital of France?", past_user_inputs: [], generated_responses: [] };
  const body = Buffer.from(JSON.stringify({ inputs }));
  const direct = (await askDirectly(name, { body, contentType: "application/json" })) as { generated_text: string };
  await expect(answer).toContainText(direct.generated_text);
  await answer.getByRole("button", { name: "Show request and raw answer" }).click();
  await expect(page.getByRole("dialog")).toContainText('"generated_responses"');
});

/** What the page sent, to send it again without the page. A file is not shown to tests: it is the model's own example. */
async function sent(response: Response, model: string): Promise<{ body: Buffer; contentType: string }> {
  const request = response.request();
  const contentType = (await request.headerValue("content-type")) ?? "";
  const example = findBundledModel(`bundled/${model}`)?.example;
  if (example?.kind === "file" && contentType === example.contentType) {
    return { body: readFileSync(`public/examples/${example.file}`), contentType };
  }
  return { body: request.postDataBuffer() ?? Buffer.alloc(0), contentType };
}
