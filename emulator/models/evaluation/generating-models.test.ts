import { afterAll, test, vi } from "vitest";
import { json, startTestHost } from "@/emulator/container/testing/test-host.ts";
import { expectQuality } from "./expect-quality.ts";
import { heldOut, share } from "./held-out.ts";
import { wordF1 } from "./text-scores.ts";

// Models start slowly on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const host = startTestHost({ limits: { maxModels: 20, maxBytes: 1e9 } });
afterAll(() => host.close());

/** What the model writes for each input, one request after the other. */
async function answers(id: string, inputs: unknown[], key: string, parameters = {}): Promise<string[]> {
  const texts: string[] = [];
  for (const input of inputs) {
    const [first] = json(await host.ask(id, { inputs: input, parameters })) as Record<string, string>[];
    texts.push(first?.[key] ?? "");
  }
  return texts;
}

test("chat: the answer is the grammar's, word for word", async () => {
  const rows = heldOut<{ messages: object[]; answer: string }>("tiny-chat");
  const inputs = rows.map(({ messages }) => messages);
  const texts = await answers("tiny-chat", inputs, "generated_text", { return_full_text: false });
  expectQuality(
    "tiny-chat",
    share(rows, ({ answer }, at) => texts[at] === answer),
  );
});

test("stories: what was found is named again, with whose friend sees it", async () => {
  const rows = heldOut<{ text: string; next: string }>("tiny-stories-lm");
  const inputs = rows.map(({ text }) => text);
  const parameters = { return_full_text: false, max_new_tokens: 8 };
  const texts = await answers("tiny-stories-lm", inputs, "generated_text", parameters);
  expectQuality(
    "tiny-stories-lm",
    share(rows, ({ next }, at) => texts[at]?.startsWith(next) === true),
  );
});

test("translation: the sentence is the grammar's, word for word", async () => {
  const rows = heldOut<{ text: string; translation: string }>("tiny-en-fr");
  const inputs = rows.map(({ text }) => text);
  const texts = await answers("tiny-en-fr", inputs, "translation_text");
  expectQuality(
    "tiny-en-fr",
    share(rows, ({ translation }, at) => texts[at] === translation),
  );
});

test("summaries share their words with the grammar's", async () => {
  const rows = heldOut<{ text: string; summary: string }>("tiny-summarizer");
  const inputs = rows.map(({ text }) => text);
  const texts = await answers("tiny-summarizer", inputs, "summary_text");
  const scores = rows.map(({ summary }, at) => wordF1(texts[at] ?? "", summary));
  expectQuality("tiny-summarizer", scores.reduce((sum, score) => sum + score, 0) / scores.length);
});

test("instructions are followed word for word", async () => {
  const rows = heldOut<{ text: string; answer: string }>("tiny-text2text");
  const inputs = rows.map(({ text }) => text);
  const texts = await answers("tiny-text2text", inputs, "generated_text");
  expectQuality(
    "tiny-text2text",
    share(rows, ({ answer }, at) => texts[at] === answer),
  );
});
