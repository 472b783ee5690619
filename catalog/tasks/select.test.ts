import { expect, test } from "vitest";

import { tasks } from "./data";
import { firstExample, parameterGroups, taskById, tasksByInput } from "./select";

test("there are 19 tasks, and no name stands for two of them", () => {
  const names = tasks.flatMap((task) => [task.id, ...task.aliases]);
  expect(tasks).toHaveLength(19);
  expect(new Set(names).size).toBe(names.length);
});

test("second names and language pairs find their task", () => {
  expect(taskById("ner")?.id).toBe("token-classification");
  expect(taskById("audio-classificatin")?.id).toBe("audio-classification");
  expect(taskById("translation_en_to_de")?.id).toBe("translation_xx_to_yy");
  expect(taskById("translation")?.id).toBe("translation_xx_to_yy");
  expect(taskById("mind-reading")).toBeNull();
});

test("a task that is another one's second name shares its parameters and answer", () => {
  const aliases = tasks.filter((task) => task.aliasOf !== null);
  expect(aliases.map((task) => [task.id, task.aliasOf])).toStrictEqual([["sentiment-analysis", "text-classification"]]);
  for (const task of aliases) {
    const original = taskById(task.aliasOf ?? "");
    expect(task.parameters).toStrictEqual(original?.parameters);
    expect(task.response.shape).toBe(original?.response.shape);
  }
});

test("every JSON example has inputs, and every binary one a content type that the task takes", () => {
  for (const example of tasks.flatMap((task) => task.examples.map((row) => ({ ...row, task })))) {
    if (example.contentType === "application/json") expect(example.body).toHaveProperty("inputs");
    else expect(example.task.binaryContentTypes).toContain(example.contentType);
  }
});

test("an enum lists its choices, and its default is one of them", () => {
  for (const parameter of tasks.flatMap((task) => task.parameters)) {
    expect(parameter.values !== null).toBe(parameter.type === "enum");
    if (parameter.values && parameter.default !== null) expect(parameter.values).toContain(parameter.default);
  }
});

test("every task is in one group of the select", () => {
  expect(tasksByInput().flatMap((group) => group.tasks)).toHaveLength(tasks.length);
});

test("a form starts with the example of the reference page", () => {
  const task = taskById("zero-shot-classification");
  expect(task && firstExample(task).source).toBe("Hugging Face reference page");
});

test("parameters stand under headings, the rarely needed ones last, labels to choose between with the input", () => {
  const heads = (id: string) => {
    const task = taskById(id);
    return task && parameterGroups(task).map(({ label, isAdvanced }) => (isAdvanced ? `(${label})` : label));
  };
  expect(heads("text-generation")).toStrictEqual([
    "",
    "Length",
    "Sampling",
    "Beams and number of answers",
    "Repetition",
    "()",
    "(Length)",
    "(Beams and number of answers)",
  ]);
  const zeroShot = taskById("zero-shot-classification");
  expect(zeroShot && parameterGroups(zeroShot)[0]?.parameters.map((row) => row.name)).toStrictEqual([
    "multi_label",
    "hypothesis_template",
  ]);
});
