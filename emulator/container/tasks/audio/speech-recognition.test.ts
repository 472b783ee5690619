import { expect, test } from "vitest";
import { fakePipe } from "../../testing/fake-pipe.ts";
import { audioParts } from "./audio-parts.ts";
import { characters, words } from "./ctc.ts";

test("characters last while their token repeats, and a pause parts two of them", async () => {
  const pipe = await fakePipe("tiny-words-asr", {}, () => ({}));
  const id = (token: string): number => pipe.tokenizer.convert_tokens_to_ids(token) ?? -1;
  const heard = characters(pipe, ["<pad>", "G", "G", "O", "<pad>", "O", "|", "N"].map(id));
  expect(heard).toStrictEqual([
    { text: "G", from: 1, to: 3 },
    { text: "O", from: 3, to: 4 },
    { text: "O", from: 5, to: 6 },
    { text: " ", from: 6, to: 7 },
    { text: "N", from: 7, to: 8 },
  ]);
  expect(words(heard)).toStrictEqual([
    { text: "GOO", from: 1, to: 6 },
    { text: "N", from: 7, to: 8 },
  ]);
});

test("a long recording is cut into parts that share their edges", () => {
  const samples = new Float32Array(10);
  const cut = (parameters: object) =>
    audioParts(samples, 1, parameters as Record<string, unknown>).map((part) => [
      part.samples.length,
      part.left,
      part.right,
    ]);
  expect(cut({})).toStrictEqual([[10, 0, 0]]);
  expect(cut({ chunk_length_s: 6, stride_length_s: 1 })).toStrictEqual([
    [6, 0, 1],
    [6, 1, 0],
  ]);
  expect(() => cut({ chunk_length_s: 3, stride_length_s: [2, 2] })).toThrow(
    "Chunk length must be superior to stride length",
  );
});
