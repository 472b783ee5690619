import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import { integerOr } from "../parameters.ts";
import type { Span } from "./offsets.ts";
import type { Question } from "./read-question.ts";
import { encode, maxLength, windows } from "./token-ids.ts";
import { tokenSpans } from "./token-spans.ts";

/** What the model reads at once: the question and a part of the context. */
export type ContextWindow = {
  ids: number[];
  types: number[] | null;
  /** Where the context's tokens stand in `ids`. */
  context: { from: number; to: number };
  /** Where each of them stands in the text. */
  spans: Span[];
};

const MAX_SEQ_LEN = 384;
const DOC_STRIDE = 128;

/** Cuts a context that is too long into windows that overlap, as Python's pipeline does. */
export function contextWindows(
  pipe: Pipe,
  { question, context }: Question,
  parameters: Record<string, unknown>,
): ContextWindow[] {
  const size = integerOr(parameters.max_seq_len, Math.min(maxLength(pipe), MAX_SEQ_LEN));
  const stride = integerOr(parameters.doc_stride, Math.min(Math.floor(size / 2), DOC_STRIDE));
  if (stride > size) {
    throw new PredictionError(`\`doc_stride\` (${stride}) is larger than \`max_seq_len\` (${size})`);
  }
  const { ids, types, second } = encode(pipe, question, context);
  const [before, within, behind] = [ids.slice(0, second.from), ids.slice(second.from, second.to), ids.slice(second.to)];
  const spans = tokenSpans(pipe, context, within);
  const room = size - before.length - behind.length;
  if (within.length > room && room <= 0) {
    throw new PredictionError("Truncation error: Sequence to truncate too short to respect the provided max_length");
  }
  if (within.length > room && stride >= room) throw new PredictionError("assertion failed: stride < max_len");
  return windows(within.length, Math.max(room, 1), stride).map(({ from, to }) => ({
    ids: [...before, ...within.slice(from, to), ...behind],
    types: types && [
      ...types.slice(0, second.from),
      ...types.slice(second.from + from, second.from + to),
      ...types.slice(second.to),
    ],
    context: { from: before.length, to: before.length + to - from },
    spans: spans.slice(from, to),
  }));
}
