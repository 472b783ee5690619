import { Tensor } from "@huggingface/transformers";
import type { NestedTensor, Pipe } from "../../child/pipe.ts";

/** A text or a pair of texts as the model reads it, and where in it each text's own tokens stand. */
export type Encoded = { ids: number[]; types: number[] | null; first: Range; second: Range };

/** From the first token up to, not including, `to`. */
type Range = { from: number; to: number };

/** How many special tokens may surround a text in any template that is known. */
const MAX_SPECIALS = 4;

/** Encodes without cutting, special tokens included. */
export function encode(pipe: Pipe, text: string, pair: string | null = null): Encoded {
  const tokens = pipe.tokenizer(text, { text_pair: pair, padding: false, truncation: false });
  const ids = numbers(tokens.input_ids);
  const types = tokens.token_type_ids ? numbers(tokens.token_type_ids) : null;
  const first = place(ids, plainIds(pipe, text), 0, 1);
  const rest = pair === null ? [] : plainIds(pipe, pair);
  const second = pair === null ? { from: first.to, to: first.to } : place(ids, rest, ids.length - rest.length, -1);
  return { ids, types, first, second };
}

/** What a model is called with for one sequence of tokens. */
export function feeds(ids: number[], types: number[] | null): Record<string, NestedTensor> {
  const attention = ids.map(() => 1);
  return {
    input_ids: tensor(ids),
    attention_mask: tensor(attention),
    ...(types && { token_type_ids: tensor(types) }),
  };
}

/** Tokens of a text alone. */
export function plainIds(pipe: Pipe, text: string): number[] {
  return text === "" ? [] : numbers(pipe.tokenizer(text, { add_special_tokens: false }).input_ids);
}

/** The longest input that the tokenizer's config allows; without one there is no limit. */
export function maxLength({ tokenizer }: Pipe): number {
  return tokenizer.config.model_max_length ?? Number.POSITIVE_INFINITY;
}

/** The stretches into which a long text is cut: each `size` tokens at most, the next beginning `stride` before its end. */
export function windows(length: number, size: number, stride: number): Range[] {
  const found: Range[] = [];
  for (let from = 0; from < length; from += size - stride) {
    found.push({ from, to: Math.min(from + size, length) });
    if (from + size >= length) break;
  }
  return found;
}

export function numbers(tensor: NestedTensor | undefined): number[] {
  return Array.from((tensor?.data ?? []) as BigInt64Array, Number);
}

function tensor(values: number[]): NestedTensor {
  return new Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]) as unknown as NestedTensor;
}

/** Special tokens in front of a text or behind it move it by a few places. */
function place(ids: number[], plain: number[], start: number, step: 1 | -1): Range {
  for (let moved = 0; moved <= MAX_SPECIALS; moved += 1) {
    const from = start + moved * step;
    if (plain.every((id, at) => ids[from + at] === id)) return { from, to: from + plain.length };
  }
  return { from: start, to: start + plain.length };
}
