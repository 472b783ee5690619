import { isRecord } from "../is-record";
import type { InferenceRequest } from "../request";

/** What was asked, as far as drawing the answer needs it. */
export type Asked = {
  /** What stood in `inputs`: one thing, or each of a list. A file counts as one. */
  inputs: readonly unknown[];
  parameters: Record<string, unknown>;
  request: Pick<InferenceRequest, "body" | "contentType">;
};

/** One input in words, and the answer to it in the shape that it is drawn in. */
export type Row<D> = { input: string; drawing: D };

/** Reads an answer into a row for each input; null when it has another shape. */
export type ReadAnswer<D> = (value: unknown, asked: Asked) => Row<D>[] | null;

/** What a request asked. A body without `inputs` is the input itself, as the container reads it. */
export function readAsked(request: Asked["request"]): Asked {
  const body = typeof request.body === "string" ? parseJson(request.body) : null;
  // OpenAI's servers are given a prompt or messages in place of `inputs`.
  const { prompt = body, messages = prompt, inputs = messages, parameters } = isRecord(body) ? body : {};
  return {
    inputs: Array.isArray(inputs) && !isMessageList(inputs) ? inputs : [inputs],
    parameters: isRecord(parameters) ? parameters : {},
    request,
  };
}

/** An input in words: a text, both texts of a pair, a question; "" where it is a file or has no words. */
export function inputText(input: unknown): string {
  if (typeof input === "string") return input;
  if (Array.isArray(input) && isMessageList(input)) return inputText(input.at(-1));
  if (!isRecord(input)) return "";
  const texts = [input.text, input.text_pair, input.content, input.question, input.query];
  return texts.filter((text) => typeof text === "string").join(" / ");
}

/**
 * The answers to each input as a list. Pipelines give one list for one input, and for several either a list of lists or,
 * where each has one answer only, a flat one.
 */
export function listsByInput(value: unknown, inputCount: number): unknown[][] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.length > 0 && items.every(Array.isArray)) return items;
  return inputCount > 1 && items.length === inputCount ? items.map((item) => [item]) : [items];
}

/** A row for each list of answers; null as soon as one of them cannot be read. */
export function rowsOf<D>(lists: unknown[][], asked: Asked, read: (list: unknown[], at: number) => D | null) {
  const rows: Row<D>[] = [];
  for (const [at, list] of lists.entries()) {
    const drawing = read(list, at);
    if (drawing === null) return null;
    rows.push({ input: inputText(asked.inputs[at]), drawing });
  }
  return rows;
}

/** Every item read; null when one of them has another shape. */
export function allOf<T>(list: readonly unknown[], read: (item: unknown) => T | null): T[] | null {
  const items = list.map((item) => read(item));
  return items.every((item) => item !== null) ? items : null;
}

/** A JSON text's value; the text itself when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isMessageList(inputs: unknown[]): boolean {
  return inputs.length > 0 && inputs.every((input) => isRecord(input) && typeof input.role === "string");
}
