import { answerReader } from "../chat/answer-reader";
import { isRecord } from "../is-record";
import { type Asked, allOf, inputText, type Row, readAsked } from "./answer";
import type { Generated } from "./generated";

/** The answer of a server of language models: a stream of events as one text, or OpenAI's choices; else null. */
export function readServed(value: unknown, asked: Asked): Row<Generated>[] | null {
  if (typeof value === "string") return readEvents(value, asked);
  return isRecord(value) && Array.isArray(value.choices) ? readChoices(value.choices, asked) : null;
}

/** What has come of a streamed answer to a request, before its end. */
export function readSoFar(request: Asked["request"], progress: { content: string; reasoning: string }): Generated {
  return generated([progress.content], readAsked(request), 0, progress.reasoning);
}

function readEvents(body: string, asked: Asked): Row<Generated>[] | null {
  if (!/^\s*(data:|event:|:)/.test(body)) return null;
  const reader = answerReader();
  const found = { text: "", reasoning: "", error: "" };
  for (const delta of [...reader.push(body), ...reader.end()]) {
    if (delta.kind === "text" || delta.kind === "reasoning") found[delta.kind] += delta.text;
    else if (delta.kind === "error") found.error ||= delta.message;
  }
  const { text, reasoning, error } = found;
  const drawing = generated([text], asked, 0, reasoning);
  return [{ input: drawing.prompt, drawing: error ? { ...drawing, error } : drawing }];
}

/** Choices of one prompt are alternatives; where several were sent, those of each follow each other. */
function readChoices(choices: unknown[], asked: Asked): Row<Generated>[] | null {
  const texts = allOf(choices, textOf);
  if (!texts || texts.length === 0) return null;
  const each = Math.max(1, Math.floor(texts.length / asked.inputs.length));
  const prompts = texts.length === each * asked.inputs.length ? asked.inputs.length : 1;
  const [first] = choices;
  return Array.from({ length: prompts }, (_, at) => {
    const own = prompts === 1 ? texts : texts.slice(at * each, (at + 1) * each);
    const drawing = generated(own, asked, at, prompts === 1 ? reasoningOf(first) : "");
    return { input: drawing.prompt, drawing };
  });
}

function generated(texts: string[], asked: Asked, at: number, reasoning: string): Generated {
  const input = asked.inputs[at];
  const prompt = inputText(input);
  // A completion goes on with its prompt, without repeating it; a conversation answers it.
  const isContinued = typeof input === "string";
  const whole = texts.map((text) => (isContinued && !text.startsWith(prompt) ? prompt + text : text));
  return { kind: "generated", prompt, texts: whole, ...(reasoning ? { reasoning } : {}) };
}

function textOf(choice: unknown): string | null {
  if (!isRecord(choice)) return null;
  const text = isRecord(choice.message) ? (choice.message.content ?? "") : choice.text;
  return typeof text === "string" ? text : null;
}

function reasoningOf(choice: unknown): string {
  const message = isRecord(choice) && isRecord(choice.message) ? choice.message : {};
  const reasoning = message.reasoning_content ?? message.reasoning;
  return typeof reasoning === "string" ? reasoning : "";
}
