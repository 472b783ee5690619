import { describe, expect, test } from "vitest";

import { tasks } from "@/catalog/tasks/data";
import type { InputKind, Task } from "@/catalog/tasks/schema";
import { taskById } from "@/catalog/tasks/select";

import { examplesOf } from "../examples";
import { fromBase64 } from "./base64";
import type { InputValues, Media } from "./input-form";
import { emptyInput, inputForm } from "./registry";

/** A repeatable source of chance (mulberry32): a case that fails fails again. */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ["naïve", "[MASK]", "a,b", '"quoted"', "back\\slash", "日本語", "🙂", "{}", "null", "2.0", "</script>"];

function makers(random: () => number) {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const many = <T>(max: number, make: (at: number) => T) =>
    Array.from({ length: 1 + Math.floor(random() * max) }, (_, at) => make(at));
  const line = () => many(4, () => pick(WORDS)).join(" ");
  const text = () => many(3, line).join(pick(["\n", " ", "\n\n"]));
  const labels = () => many(4, (at) => `${pick(WORDS)}${at}`);
  const lines = () => {
    const isBatch = random() < 0.5;
    return { isBatch, text: isBatch ? many(4, line).join("\n") : text() };
  };
  const bytes = () => Uint8Array.from(many(60, () => Math.floor(random() * 256)));
  const picture = (): Media => {
    if (random() < 0.3) return { source: "url", url: "https://example.com/cat.png?a=1" };
    const content = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...bytes()]);
    const base64 = Buffer.from(content).toString("base64");
    return { source: "file", name: "", type: "image/png", blob: new Blob([content], { type: "image/png" }), base64 };
  };
  const table = () => {
    const columns = many(4, (at) => `${pick(WORDS)} ${at}`);
    return { columns, rows: many(5, () => columns.map((_, at) => (at === 0 ? line() : pick([...WORDS, ""])))) };
  };
  const chat = () => [
    ...many(3, () => [
      { role: "user", content: text() },
      { role: "assistant", content: text() },
    ]).flat(),
    { role: "user", content: text() },
  ];
  const asked = () => {
    const { text: question, isBatch } = lines();
    return { question, isBatch };
  };
  const make: { [K in InputKind]: () => InputValues[K] } = {
    text: () => ({ ...lines(), second: null }),
    "text-labels": () => ({ ...lines(), labels: labels() }),
    "question-context": () => ({ ...asked(), context: text() }),
    table: () => ({ ...asked(), ...table() }),
    chat: () => ({ messages: chat() }),
    image: () => ({ media: picture() }),
    "image-labels": () => ({ media: picture(), labels: labels() }),
    audio: () => ({ media: { source: "url", url: "https://example.com/a.wav" } }),
  };
  return make;
}

function roundTrip(task: Task, value: unknown) {
  const form = inputForm(task.inputKind);
  const { inputs, parameters = {} } = form.write(value, task);
  const json = JSON.parse(JSON.stringify({ inputs, parameters: { ...parameters, top_k: 3 } }));
  return form.read(json.inputs, json.parameters, task);
}

describe.each(tasks.map((task) => [task.id, task] as const))("%s", (_id, task) => {
  test("what is written is read back", () => {
    for (let seed = 0; seed < 60; seed++) {
      const value = makers(chance(seed))[task.inputKind]();
      // Two texts are a comparison there, whichever way they were typed: the request is the same.
      const isPair = task.id === "feature-extraction" && "text" in value && value.isBatch;
      if (isPair && value.text.split("\n").length === 2) continue;
      expect(roundTrip(task, value), `seed ${seed}`).toStrictEqual({ value, parameters: { top_k: 3 } });
    }
  });

  test("an empty form is written and read back, and says what is missing", () => {
    const { value } = emptyInput(task.inputKind);
    const form = inputForm(task.inputKind);
    expect(form.check(value, task, {})).toMatch(/\.$/);
    if (task.inputKind !== "table") expect(roundTrip(task, value)?.value).toStrictEqual(value);
  });

  test("its examples fill the form", () => {
    const examples = examplesOf(task, null);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of task.examples.filter((row) => row.source === "Hugging Face reference page")) {
      expect(examples[0]).toMatchObject({ source: example.source, body: JSON.stringify(example.body) });
    }
  });
});

test("a second text is a pair for a classifier and a comparison for vectors", () => {
  const value = { text: "A", isBatch: false, second: "B" };
  const form = inputForm("text");
  expect(form.write(value, taskById("text-classification"))).toStrictEqual({ inputs: { text: "A", text_pair: "B" } });
  expect(form.write(value, taskById("feature-extraction"))).toStrictEqual({ inputs: ["A", "B"] });
  for (const id of ["text-classification", "feature-extraction"]) {
    const task = taskById(id);
    expect(task && roundTrip(task, value)?.value).toStrictEqual(value);
  }
});

test("a bundled model's own example comes first, and only for its own task", () => {
  const classification = taskById("text-classification");
  const zeroShot = taskById("zero-shot-classification");
  expect(classification && examplesOf(classification, "bundled/afinn-sentiment")[0]?.source).toBe(
    "made for this model",
  );
  expect(zeroShot && examplesOf(zeroShot, "bundled/afinn-sentiment")[0]?.source).toBe("Hugging Face reference page");
});

test("a text without a mask is refused where a mask is needed", () => {
  const task = taskById("fill-mask");
  const check = (text: string, isBatch = false) => inputForm("text").check({ text, isBatch, second: null }, task, {});
  expect(check("Paris is the capital.")).toMatch(/Insert a mask/);
  expect(check("Paris is the <mask>.")).toBeNull();
  expect(check("One [MASK].\nTwo.", true)).toMatch(/Insert a mask/);
});

test("a picture goes as a file only without parameters, a recording never with them", () => {
  const file: Media = { source: "file", name: "a", type: "image/png", blob: new Blob(["x"]), base64: "eA==" };
  const task = taskById("image-classification");
  const image = inputForm("image");
  expect(image.file?.({ media: file }, task, {})).toStrictEqual({ blob: file.blob, contentType: "image/png" });
  expect(image.file?.({ media: file }, task, { top_k: 1 })).toBeNull();
  expect(image.write({ media: file }, task)).toStrictEqual({ inputs: "eA==" });

  const speech = taskById("automatic-speech-recognition");
  const sound: Media = { ...file, type: "audio/wave" };
  const audio = inputForm("audio");
  expect(audio.check({ media: sound }, speech, {})).toBeNull();
  expect(audio.check({ media: sound }, speech, { chunk_length_s: 5 })).toMatch(/carries no parameters/);
  expect(audio.check({ media: { ...sound, type: "audio/wav" } }, speech, {})).toMatch(/does not take audio\/wav/);
  expect(audio.check({ media: { source: "url", url: "https://a/b.wav" } }, speech, { chunk_length_s: 5 })).toBeNull();
});

test("shapes that the form cannot show are left to JSON", () => {
  const read = (id: string, inputs: unknown, parameters = {}) => {
    const task = taskById(id);
    return task && inputForm(task.inputKind).read(inputs, parameters, task);
  };
  expect(read("text-generation", { text: "a", text_pair: "b" })).toBeNull();
  expect(read("text-classification", ["one\ntwo"])).toBeNull();
  expect(read("zero-shot-classification", "a", { candidate_labels: [1] })).toBeNull();
  expect(read("question-answering", { question: "a", context: "b", id: 1 })).toBeNull();
  expect(read("table-question-answering", { query: "a", table: { b: [null] } })).toBeNull();
  expect(read("conversational", { text: "a", past_user_inputs: ["b"], generated_responses: [] })).toBeNull();
  expect(read("image-classification", "not base64!")).toBeNull();
  expect(fromBase64("eA==")).toStrictEqual(Uint8Array.from([120]));
});

test("a column that nobody used is left out, one with cells needs a name", () => {
  const task = taskById("table-question-answering");
  const written = (columns: string[], row: string[]) => {
    const value = { question: "How many?", isBatch: false, columns, rows: [row] };
    const refusal = inputForm("table").check(value, task, {});
    return refusal ?? inputForm("table").write(value, task);
  };
  expect(written(["Stars", ""], ["4512", ""])).toMatchObject({ inputs: { table: { Stars: ["4512"] } } });
  expect(written(["Stars", ""], ["4512", "34"])).toBe("Name every column of the table.");
  expect(written(["", ""], ["", ""])).toBe("Name every column of the table.");
});
