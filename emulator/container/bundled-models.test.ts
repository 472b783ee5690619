import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { RawImage } from "@huggingface/transformers";
import { encode } from "bmp-ts";
import { afterAll, expect, test, vi } from "vitest";
import { bundledTarget, json, startTestHost } from "./testing/test-host.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const host = startTestHost({ limits: { maxModels: 20, maxBytes: 1e9 } });
afterAll(() => host.close());

const file = (name: string): Buffer => readFileSync(`public/examples/${name}`);
const near = (value: number) => expect.closeTo(value, 3);
const inferred = async (id: string, body: unknown, contentType?: string) =>
  json(await host.ask(id, body, contentType ? { contentType } : {}));

test("sentiment: the shape follows whether top_k was given", async () => {
  const ask = (inputs: unknown, parameters?: object) => inferred("afinn-sentiment", { inputs, parameters });
  const [good, bad] = [
    { label: "POSITIVE", score: near(1) },
    { label: "NEGATIVE", score: near(1) },
  ];
  expect(await ask("good")).toStrictEqual([good]);
  expect(await ask("good", { top_k: 1 })).toStrictEqual([good]);
  expect(await ask(["good", "awful"])).toStrictEqual([good, bad]);
  expect(await ask(["good", "awful"], { top_k: 1 })).toStrictEqual([[good], [bad]]);
  expect(await ask("good", { top_k: null })).toStrictEqual([good, { label: "NEGATIVE", score: near(0) }]);
  expect(await ask({ text: "good", text_pair: "fine" })).toStrictEqual(good);
  const [raw] = (await ask("good", { function_to_apply: "none" })) as { score: number }[];
  expect(raw?.score).toBeGreaterThan(1);
});

test("entities: word pieces with their place, or joined", async () => {
  const inputs = "My name is Omar and I live in Zürich.";
  const pieces = (await inferred("tiny-ner", { inputs })) as {
    start: number;
    end: number;
    word: string;
    entity: string;
  }[];
  expect(pieces[0]).toStrictEqual({
    entity: "B-PER",
    score: expect.any(Number),
    index: 4,
    word: "O",
    start: 11,
    end: 12,
  });
  expect(pieces.every(({ start, end }) => end > start)).toBe(true);

  const parameters = { aggregation_strategy: "simple" };
  expect(await inferred("tiny-ner", { inputs, parameters })).toStrictEqual([
    { entity_group: "PER", score: expect.any(Number), word: "Omar", start: 11, end: 15 },
    { entity_group: "LOC", score: expect.any(Number), word: "Zurich", start: 30, end: 36 },
  ]);
});

test.each(["first", "average", "max"])("entities: %s never splits a word", async (aggregation_strategy) => {
  const inputs = ["My name is Sylvain and I work at Hugging Face in Brooklyn."];
  const [entities] = (await inferred("tiny-ner", { inputs, parameters: { aggregation_strategy } })) as {
    word: string;
  }[][];
  expect(entities?.map(({ word }) => word)).toStrictEqual(["Sylvain", "Hugging Face", "Brooklyn"]);
});

test("generation: the prompt is kept as sent, unless only the new text is asked for", async () => {
  const ask = (inputs: unknown, parameters: object) => inferred("tiny-stories-lm", { inputs, parameters });
  const text = ", there was a brave mouse";
  expect(await ask("Once upon a time", { max_new_tokens: 6 })).toStrictEqual([
    { generated_text: `Once upon a time${text}` },
  ]);
  expect(await ask("Once upon a time", { max_new_tokens: 6, return_full_text: false })).toStrictEqual([
    { generated_text: text },
  ]);
  const sampled = await ask(["once", "the"], { max_new_tokens: 2, do_sample: true, num_return_sequences: 2 });
  expect(sampled).toStrictEqual(
    ["once", "the"].map((start) =>
      Array.from({ length: 2 }, () => ({ generated_text: expect.stringMatching(new RegExp(`^${start}\\b`)) })),
    ),
  );
  expect(await ask("once upon", { stop_sequence: "a", max_new_tokens: 20 })).toStrictEqual([
    { generated_text: "once upon a" },
  ]);
});

test("conversation: an older image takes the turns apart and gives them back with the answer", async () => {
  const target = {
    ...bundledTarget("tiny-chat", "talk", { HF_TASK: "conversational" }),
    image: "huggingface-pytorch-inference:2.1.0-transformers4.37.0-cpu-py310-ubuntu22.04",
  };
  await host.start(target);
  const inputs = { past_user_inputs: ["Hello"], generated_responses: ["Hello!"], text: "does a cat have legs?" };
  const request = { contentType: "application/json", accept: null, customAttributes: null };
  const answer = json(await host.invoke(target, { ...request, body: Buffer.from(JSON.stringify({ inputs })) }));
  const { generated_text } = answer as { generated_text: string };
  expect(generated_text.length).toBeGreaterThan(3);
  expect(answer).toStrictEqual({
    generated_text,
    conversation: {
      past_user_inputs: ["Hello", "does a cat have legs?"],
      generated_responses: ["Hello!", generated_text],
    },
  });
  await expect(host.start({ ...target, image: target.image.replace("4.37.0", "4.49.0") })).rejects.toThrow(
    /^"Unknown task conversational, available tasks are/,
  );
});

test("generation: the toolkit knows no streams, and answers in one piece", async () => {
  const parts: Uint8Array[] = [];
  const body = { inputs: "once upon a time", parameters: { max_new_tokens: 6 }, stream: true };
  const answer = await host.ask("tiny-stories-lm", body, { onPart: (bytes) => void parts.push(bytes) });
  expect(json(answer)).toStrictEqual([{ generated_text: "once upon a time, there was a brave mouse" }]);
  expect(parts).toStrictEqual([]);
});

test("translation: a list gives a flat list", async () => {
  const inputs = ["Tom lives in Paris.", "My name is Anna and I live in London."];
  expect(await inferred("tiny-en-fr", { inputs })).toStrictEqual([
    { translation_text: "Tom habite à Paris." },
    { translation_text: "Je m'appelle Anna et j'habite à London." },
  ]);
});

test("digits: from a binary body, or from base64 with parameters", async () => {
  const scores = (await inferred("tiny-digits", file("digit.png"), "image/png")) as { label: string }[];
  expect(scores.map(({ label }) => label)).toStrictEqual(["3", "2", "8", "5", "9"]);
  const body = { inputs: file("digit.png").toString("base64"), parameters: { top_k: 1 } };
  expect(await inferred("tiny-digits", body)).toStrictEqual([{ score: near(0.996), label: "3" }]);
});

test("shapes: boxes in pixels of the picture", async () => {
  const found = await inferred("tiny-shapes-detector", file("shapes.png"), "image/x-image");
  expect(found).toMatchObject([
    { label: "red circle", box: { xmin: 40, ymin: 48, xmax: 164, ymax: 172 } },
    { label: "blue square" },
    { label: "green triangle" },
  ]);
});

test("segments: masks are grey PNGs of the picture's size", async () => {
  const segments = (await inferred("tiny-shapes-segmenter", file("shapes.png"), "image/png")) as {
    label: string;
    score: null;
    mask: string;
  }[];
  expect(segments.map(({ label }) => label)).toStrictEqual([
    "background",
    "red circle",
    "green triangle",
    "blue square",
  ]);
  const png = new Blob([new Uint8Array(Buffer.from(segments[1]?.mask ?? "", "base64"))]);
  const mask = await RawImage.fromBlob(png);
  expect([mask.width, mask.height]).toStrictEqual([384, 384]);
  const inCircle = 112 * 384 + 104;
  expect(mask.data[inCircle * mask.channels]).toBe(255);
  expect(mask.data[0]).toBe(0);
});

test("segments: the subtask must be one that the model can do", async () => {
  const inputs = file("shapes.png").toString("base64");
  const segments = await inferred("tiny-shapes-segmenter", { inputs, parameters: { subtask: "semantic" } });
  expect(segments).toHaveLength(4);
  const refused = await inferred("tiny-shapes-segmenter", { inputs, parameters: { subtask: "panoptic" } });
  expect(refused).toMatchObject({ message: expect.stringMatching(/^Subtask panoptic is not supported for model/) });
});

test("pictures come as BMP too", async () => {
  const { width, height, data } = (await RawImage.fromBlob(new Blob([new Uint8Array(file("digit.png"))]))).rgba();
  const abgr = Buffer.from(data).swap32();
  const bmp = encode({ data: abgr, width, height, bitPP: 24 });
  expect(await inferred("tiny-digits", Buffer.from(bmp.data), "image/bmp")).toMatchObject([
    { label: "3" },
    {},
    {},
    {},
    {},
  ]);
});

test("speech: characters and words have their times", async () => {
  const wave = file("spoken-words.wav");
  const server = createServer((_request, response) => response.end(wave)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const inputs = `http://127.0.0.1:${(server.address() as AddressInfo).port}/spoken-words.wav`;
  const ask = async (parameters: object) =>
    (await inferred("tiny-words-asr", { inputs, parameters })) as {
      text: string;
      chunks: { text: string; timestamp: [number, number] }[];
      message?: string;
    };
  const words = await ask({ return_timestamps: "word" });
  expect(words.chunks.map(({ text }) => text)).toStrictEqual(["STOP", "SEVEN"]);
  const seconds = (wave.length - 44) / 2 / 16_000;
  for (const { timestamp } of words.chunks) {
    expect(timestamp[1]).toBeGreaterThan(timestamp[0]);
    expect(timestamp[1]).toBeLessThanOrEqual(seconds + 0.05);
  }
  const letters = await ask({ return_timestamps: "char" });
  expect(letters.chunks.map(({ text }) => text).join("")).toBe("STOP SEVEN");
  expect((await ask({ return_timestamps: true })).message).toMatch(
    /^CTC can either predict character level timestamps/,
  );
  expect((await ask({ chunk_length_s: 1, stride_length_s: 0.3 })).text).toMatch(/STOP|SEVEN/);
  server.close();
});

test.each([
  ["flac", "audio/x-flac"],
  ["mp3", "audio/mpeg"],
  ["ogg", "audio/ogg"],
  ["opus", "audio/ogg"],
  ["webm", "audio/x-audio"],
])("speech: the same words come out of %s", async (ending, contentType) => {
  const sound = readFileSync(`emulator/container/testing/sounds/spoken-words.${ending}`);
  expect(await inferred("tiny-words-asr", sound, contentType)).toStrictEqual({ text: "STOP SEVEN" });
});

test("sound: words and their transcript", async () => {
  const words = (await inferred("tiny-spoken-words", file("spoken-word.wav"), "audio/wave")) as object[];
  expect(words).toHaveLength(5);
  expect(words[0]).toStrictEqual({ score: near(0.999), label: "seven" });
  expect(await inferred("tiny-words-asr", file("spoken-words.wav"), "audio/x-audio")).toStrictEqual({
    text: "STOP SEVEN",
  });
});
