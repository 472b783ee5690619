import { expect, test } from "vitest";
import { tasks } from "./data";
import { TASK_RESPONSES } from "./response-schema";

test("every task has a schema of its answers", () => {
  expect(Object.keys(TASK_RESPONSES).sort()).toStrictEqual(tasks.map(({ id }) => id).sort());
});

test.each(
  tasks.flatMap(({ id, response }) => response.examples.map(({ label, body }) => ({ id, label, body }))),
)("the documented answer of $id fits: $label", ({ id, body }) => {
  const { single } = TASK_RESPONSES[id] ?? {};
  expect(single?.safeParse(complete(body)).error?.issues).toBeUndefined();
});

/** The examples shorten masks, which are base64 in full, with three dots. */
function complete(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (name, value: unknown) => (name === "mask" ? "iVBORw0KGgo=" : value)));
}

test.each([
  ["text-classification", [{ label: "A", score: "1" }]],
  ["question-answering", [{ score: 1, start: 0, end: 1 }]],
  ["zero-shot-classification", { sequence: "a", labels: ["a"], scores: [1, 0] }],
  ["object-detection", [{ score: 1, label: "a", box: { xmin: 0.5, ymin: 0, xmax: 1, ymax: 1 } }]],
  ["feature-extraction", [[[]]]],
])("what %s does not answer does not fit", (id, body) => {
  expect(TASK_RESPONSES[id]?.single.safeParse(body).success).toBe(false);
});
