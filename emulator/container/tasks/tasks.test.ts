import { expect, test } from "vitest";
import { parseCsv } from "../contract/csv.ts";
import { decodeWav } from "./audio/decode-wav.ts";
import { resample } from "./audio/resample.ts";
import { inferTask } from "./infer-task.ts";
import { findAdapter } from "./registry.ts";
import { applyFunction, scoreFunction } from "./scores.ts";
import { bestSpans } from "./text/answer-spans.ts";
import { readConversation } from "./text/conversational.ts";
import { best } from "./text/fill-mask.ts";
import { groupNeighbours, labelTokens } from "./text/group-entities.ts";
import { alignPieces } from "./text/offsets.ts";
import { readLabels } from "./text/zero-shot-classification.ts";
import { checkTaskOfImage } from "./unknown-task.ts";

test.each([
  ["DistilBertForSequenceClassification", "text-classification"],
  ["BertForMaskedLM", "fill-mask"],
  ["GPT2LMHeadModel", "text-generation"],
  ["LlamaForCausalLM", "text-generation"],
  ["T5ForConditionalGeneration", "text2text-generation"],
  ["MarianMTModel", "text2text-generation"],
  // The toolkit's loop has no break, so the later entry wins.
  ["TapasForQuestionAnswering", "question-answering"],
])("the task of %s is %s", (architecture, task) => {
  expect(inferTask({ architectures: [architecture] })).toBe(task);
});

test("pictures and sound need HF_TASK", () => {
  expect(() => inferTask({ architectures: ["ViTForImageClassification"] })).toThrow(
    /^Task couldn't be inferenced from ViTForImageClassification\..*Use env `HF_TASK` to define your task\.$/,
  );
});

test("translation may name its languages in the task", () => {
  expect(findAdapter("translation_en_to_fr")).toBe(findAdapter("translation"));
});

test("a task that transformers never had is unknown, one that only AWS can run is told as such", () => {
  expect(() => findAdapter("telepathy")).toThrow(
    /^"Unknown task telepathy, available tasks are \['audio-classification', .*, 'translation_XX_to_YY'\]"$/,
  );
  expect(() => findAdapter("depth-estimation")).toThrow(/^The emulator cannot run depth-estimation: /);
  expect(findAdapter("audio-classificatin")).toBe(findAdapter("audio-classification"));
});

test("conversational left with transformers 4.42", () => {
  const image = (version: string) =>
    `123.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.1.0-transformers${version}-cpu`;
  expect(() => checkTaskOfImage("conversational", image("4.41.2"))).not.toThrow();
  for (const tag of ["4.42.0", "5.0.0"]) {
    expect(() => checkTaskOfImage("conversational", image(tag))).toThrow(/^"Unknown task conversational, available/);
  }
  expect(() => checkTaskOfImage("conversational", "my/image:1")).toThrow(/^"Unknown task conversational/);
  expect(() => checkTaskOfImage("text-generation", image("5.0.0"))).not.toThrow();
});

test("a conversation is what was said in turns, and the new text", () => {
  const said = { text: "c", past_user_inputs: ["a", "b"], generated_responses: ["A"] };
  expect(readConversation(said).map(({ role, content }) => [role, content])).toStrictEqual([
    ["user", "a"],
    ["assistant", "A"],
    ["user", "b"],
    ["user", "c"],
  ]);
  expect(() => readConversation({})).toThrow("'text'");
  expect(() => readConversation("hi")).toThrow("string indices must be integers, not 'str'");
  expect(() => readConversation([said])).toThrow("list indices must be integers or slices, not str");
  expect(() => readConversation({ ...said, past_user_inputs: null })).toThrow(/^generated_responses cannot be passed/);
});

test("tokens are found in the original text, accents, case and unknown words included", () => {
  const text = "Où est Zoë Müller, à GENÈVE? 🙂 Oui";
  const pieces = ["ou", "est", "zo", "##e", null, ",", "a", "geneve", "?", null, "oui"];
  const characters = [...text];
  const found = alignPieces(text, pieces).map((span) => span && characters.slice(span.start, span.end).join(""));
  expect(found).toStrictEqual(["Où", "est", "Zo", "ë", "Müller", ",", "à", "GENÈVE", "?", "🙂", "Oui"]);
});

test("a piece that is nowhere has no place", () => {
  expect(alignPieces("abc", ["x", "abc"])).toStrictEqual([null, { start: 0, end: 3 }]);
});

const labels = ["O", "B-PER", "I-PER"];
const token = (index: number, scores: number[], isSubword = false) => ({
  ...{ index, id: index, word: `w${index}`, start: index, end: index + 1, scores, isSubword },
});

test("a strategy decides the label of a word from its pieces", () => {
  const pieces = [token(0, [0.1, 0.8, 0.1]), token(1, [0.9, 0, 0.1], true)];
  const labelOf = (strategy: "first" | "max" | "average") => labelTokens(pieces, labels, strategy)[0]?.label;
  expect([labelOf("first"), labelOf("max"), labelOf("average")]).toStrictEqual(["B-PER", "O", "O"]);
});

test("neighbours of one type are joined until a B- begins anew", () => {
  const scores: Record<string, number[]> = { O: [1, 0, 0], B: [0, 1, 0], I: [0, 0, 0.5] };
  const tokens = ["B", "I", "B", "O", "I"].map((name, index) => token(index, scores[name] ?? []));
  const groups = groupNeighbours(labelTokens(tokens, labels, "simple"));
  expect(groups.map((group) => [group.label, group.score, group.tokens.length])).toStrictEqual([
    ["PER", 0.75, 2],
    ["PER", 1, 1],
    ["O", 1, 1],
    ["PER", 0.5, 1],
  ]);
});

test("answers are the likeliest spans that are short enough", () => {
  const [starts, ends] = [
    [0, 0.7, 0.3, 0],
    [0, 0.1, 0.2, 0.7],
  ];
  expect(bestSpans(starts, ends, { maxTokens: 3, topK: 1 })).toMatchObject([{ first: 1, last: 3 }]);
  expect(bestSpans(starts, ends, { maxTokens: 2, topK: 2 }).map(({ first, last }) => [first, last])).toStrictEqual([
    [2, 3],
    [1, 2],
  ]);
});

test("targets are ranked by their share of the whole vocabulary", () => {
  expect(best([0.1, 0.6, 0.3], [0, 2], 5)).toStrictEqual([
    { score: 0.3, token: 2 },
    { score: 0.1, token: 0 },
  ]);
  expect(best([0.1, 0.6, 0.3], null, 1)).toStrictEqual([{ score: 0.6, token: 1 }]);
});

test("candidate labels are a list or a string with commas", () => {
  expect(readLabels("refund, legal ,faq")).toStrictEqual(["refund", "legal", "faq"]);
  expect(() => readLabels([])).toThrow("You must include at least one label and at least one sequence.");
  expect(() => readLabels(undefined)).toThrow("object of type 'NoneType' has no len()");
});

test("scores are computed as the model's config says, unless asked otherwise", () => {
  expect(scoreFunction(undefined, { problem_type: "multi_label_classification" }, 3)).toBe("sigmoid");
  expect(scoreFunction(null, {}, 1)).toBe("sigmoid");
  expect(scoreFunction(undefined, {}, 2)).toBe("softmax");
  expect(() => scoreFunction("cosine", {}, 2)).toThrow("'COSINE'");
  expect(applyFunction([0, 0], "softmax")).toStrictEqual([0.5, 0.5]);
  expect(applyFunction([0, 3], "none")).toStrictEqual([0, 3]);
});

test("CSV fields may hold commas, quotes and line breaks", () => {
  expect(parseCsv('inputs,id\r\n"a, ""b""\nc",1\r\n,2\r\n')).toStrictEqual([
    ["inputs", "id"],
    ['a, "b"\nc', "1"],
    ["", "2"],
  ]);
});

function wav(encoding: number, bits: number, channels: number, data: Buffer): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF----WAVEfmt ", 0, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(encoding, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt16LE(bits, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

test.each([
  ["8 bits", wav(1, 8, 1, Buffer.from([128, 192])), [0, 0.5]],
  ["16 bits in stereo", wav(1, 16, 2, Buffer.from([0, 0x40, 0, 0, 0, 0xc0, 0, 0xc0])), [0.25, -0.5]],
  ["24 bits", wav(1, 24, 1, Buffer.from([0, 0, 0x40])), [0.5]],
  ["floats", wav(3, 32, 1, Buffer.from(new Float32Array([0.25]).buffer)), [0.25]],
])("a WAV of %s is decoded", (_what, bytes, samples) => {
  const sound = decodeWav(bytes);
  expect([...sound.samples]).toStrictEqual(samples);
  expect(sound.rate).toBe(8000);
});

test("sound is brought to another rate in length and level", () => {
  const samples = Float32Array.from({ length: 800 }, (_, index) => Math.sin(index / 20));
  const faster = resample({ samples, rate: 8000 }, 16_000);
  expect(faster).toHaveLength(1600);
  expect(faster[200]).toBeCloseTo(Math.sin(5), 2);
  expect(resample({ samples, rate: 16_000 }, 8000)).toHaveLength(400);
});
