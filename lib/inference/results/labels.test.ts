import { expect, test } from "vitest";

import { jsonRequest } from "../request";
import { readAsked } from "./answer";
import { readLabels, readZeroShot } from "./labels";

const asked = (inputs: unknown, parameters = {}) => readAsked(jsonRequest(JSON.stringify({ inputs, parameters })));
const score = (label: string, value: number) => ({ label, score: value });

test("the scores of one text are sorted, best first", () => {
  expect(readLabels([score("neg", 0.1), score("pos", 0.9)], asked("fine"))).toStrictEqual([
    {
      input: "fine",
      drawing: { kind: "labels", scores: [score("pos", 0.9), score("neg", 0.1)], scale: "shares", media: null },
    },
  ]);
});

test("a flat list for several texts is one label for each", () => {
  expect(readLabels([score("pos", 0.9), score("neg", 0.8)], asked(["a", "b"]))).toMatchObject([
    { input: "a", drawing: { scores: [{ label: "pos" }] } },
    { input: "b", drawing: { scores: [{ label: "neg" }] } },
  ]);
});

test("a list of lists is all labels of each text", () => {
  const scores = [score("pos", 0.9), score("neg", 0.1)];
  expect(readLabels([scores, scores], asked(["a", "b"]))?.map((row) => row.input)).toStrictEqual(["a", "b"]);
});

test("a pair of texts has one answer, which the pipeline does not put in a list", () => {
  const pair = { text: "A man plays.", text_pair: "He plays." };
  expect(readLabels(score("entails", 0.9), asked(pair))).toMatchObject([{ input: "A man plays. / He plays." }]);
});

test("scores that are judged each on its own are not read as shares of one whole", () => {
  const scaleOf = (scores: object[], parameters = {}) => readLabels(scores, asked("x", parameters))?.[0]?.drawing.scale;
  expect(scaleOf([score("a", 0.9), score("b", 0.8)])).toBe("independent");
  expect(scaleOf([score("a", 0.4)], { function_to_apply: "sigmoid" })).toBe("independent");
  expect(scaleOf([score("a", 3.2), score("b", -1)])).toBe("raw");
  expect(scaleOf([score("a", 0.6), score("b", 0.4)])).toBe("shares");
});

test("a person's own labels come as parallel lists, one object for each text", () => {
  const answer = { sequence: "x", labels: ["refund", "legal"], scores: [0.9, 0.1] };
  expect(readZeroShot(answer, asked("x"))).toMatchObject([
    { drawing: { scores: [score("refund", 0.9), score("legal", 0.1)], scale: "shares" } },
  ]);
  expect(readZeroShot([answer, answer], asked(["x", "y"], { multi_label: true }))).toMatchObject([
    { input: "x", drawing: { scale: "independent" } },
    { input: "y" },
  ]);
  expect(readZeroShot([score("refund", 1)], asked("x"))).toMatchObject([{ drawing: { scores: [score("refund", 1)] } }]);
  expect(readZeroShot({ labels: ["a"], scores: [] }, asked("x"))).toBeNull();
});
