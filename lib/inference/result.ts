import type { Task } from "@/catalog/tasks/schema";

export type LabelScore = { label: string; score: number };
export type Entity = { label: string; text: string; start: number; end: number; score: number };
export type ChatMessage = { role: string; content: string };

/** An answer in the shape that it is drawn in; `other` is drawn as JSON. */
export type Result =
  | { kind: "labels"; rows: { input: string; scores: LabelScore[] }[] }
  | { kind: "entities"; rows: { input: string; entities: Entity[] }[] }
  | { kind: "generated"; prompt: string; texts: string[] }
  | { kind: "chat"; threads: ChatMessage[][] }
  | { kind: "other"; value: unknown };

/** Reads a container's answer by its task; what does not have the task's shape is `other`, never an error. */
export function readResult(task: Task | null, requestBody: string, answer: string): Result {
  const value = parse(answer);
  const inputs = inputsOf(requestBody);
  switch (task?.aliasOf ?? task?.id) {
    case "text-classification":
      return readLabels(value, inputs) ?? { kind: "other", value };
    case "token-classification":
      return readEntities(value, inputs) ?? { kind: "other", value };
    case "text-generation":
      return readGenerated(value, inputs[0] ?? "") ?? { kind: "other", value };
    default:
      return { kind: "other", value };
  }
}

function readLabels(value: unknown, inputs: string[]): Result | null {
  if (!Array.isArray(value)) return null;
  const isNested = value.every(Array.isArray);
  // Several texts without top_k come back as one flat list, one best label for each.
  const isFlatBatch = !isNested && inputs.length > 1 && value.length === inputs.length;
  const lists: unknown[][] = isNested ? value : isFlatBatch ? value.map((item) => [item]) : [value];
  if (lists.length === 0 || !lists.flat().every(isLabelScore)) return null;
  return {
    kind: "labels",
    rows: lists.map((scores, index) => ({
      input: inputs[index] ?? "",
      scores: (scores as LabelScore[]).toSorted((a, b) => b.score - a.score),
    })),
  };
}

function isLabelScore(value: unknown): value is LabelScore {
  return isRecord(value) && typeof value.label === "string" && typeof value.score === "number";
}

function readEntities(value: unknown, inputs: string[]): Result | null {
  if (!Array.isArray(value)) return null;
  const isNested = value.length > 0 && value.every(Array.isArray);
  const lists: unknown[][] = isNested ? value : [value];
  const rows = lists.map((list, index) => ({
    input: inputs[index] ?? "",
    entities: list.flatMap((item) => toEntity(item, inputs[index] ?? "") ?? []).sort((a, b) => a.start - b.start),
  }));
  return rows.flatMap((row) => row.entities).length === lists.flat().length ? { kind: "entities", rows } : null;
}

function toEntity(value: unknown, input: string): Entity | null {
  if (!isRecord(value)) return null;
  const label = value.entity_group ?? value.entity;
  if (typeof label !== "string" || typeof value.start !== "number" || typeof value.end !== "number") return null;
  return {
    // B- and I- mark the beginning and inside of an entity; for a reader they are the same type.
    label: label.replace(/^[BI]-/, ""),
    text: input.slice(value.start, value.end) || String(value.word ?? ""),
    start: value.start,
    end: value.end,
    score: typeof value.score === "number" ? value.score : 0,
  };
}

function readGenerated(value: unknown, prompt: string): Result | null {
  const items: unknown[] = Array.isArray(value) ? value.flat() : [value];
  const outputs = items.map((item) => (isRecord(item) ? item.generated_text : null));
  if (outputs.length === 0) return null;
  if (outputs.every((text) => typeof text === "string")) return { kind: "generated", prompt, texts: outputs };
  if (outputs.every(isThread)) return { kind: "chat", threads: outputs };
  return null;
}

function isThread(value: unknown): value is ChatMessage[] {
  return (
    Array.isArray(value) &&
    value.every((row) => isRecord(row) && typeof row.role === "string" && typeof row.content === "string")
  );
}

/** The model's part of a generated text: containers repeat the prompt unless they are told not to. */
export function splitGenerated(prompt: string, text: string): { prompt: string; continuation: string } {
  return text.startsWith(prompt)
    ? { prompt, continuation: text.slice(prompt.length) }
    : { prompt: "", continuation: text };
}

export type Segment = { text: string; entity: Entity | null };

/** A text cut into plain and marked pieces; neighbours of one type with nothing between become one, overlaps are left out. */
export function segmentText(input: string, entities: readonly Entity[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const entity of entities) {
    if (entity.start < at) continue;
    const previous = segments.at(-1);
    const between = input.slice(at, entity.start);
    if (previous?.entity?.label === entity.label && between === "") {
      previous.text += input.slice(entity.start, entity.end);
    } else {
      if (between) segments.push({ text: between, entity: null });
      segments.push({ text: input.slice(entity.start, entity.end), entity });
    }
    at = entity.end;
  }
  if (at < input.length) segments.push({ text: input.slice(at), entity: null });
  return segments;
}

function inputsOf(requestBody: string): string[] {
  const body = parse(requestBody);
  const inputs = isRecord(body) ? body.inputs : null;
  return (Array.isArray(inputs) ? inputs : [inputs]).map((input) => (typeof input === "string" ? input : ""));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
