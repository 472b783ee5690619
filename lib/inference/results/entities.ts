import { isRecord } from "../is-record";
import type { ReadAnswer } from "./answer";

export type Entity = { label: string; text: string; start: number; end: number; score: number };
export type Entities = { kind: "entities"; rows: { input: string; entities: Entity[] }[] };

/** Entities with their places in the text; a list of lists for several texts. */
export const readEntities: ReadAnswer<Entities> = (value, { inputs }) => {
  if (!Array.isArray(value)) return null;
  const isNested = value.length > 0 && value.every(Array.isArray);
  const lists: unknown[][] = isNested ? value : [value];
  const rows = lists.map((list, index) => ({
    input: inputs[index] ?? "",
    entities: list.flatMap((item) => toEntity(item, inputs[index] ?? "") ?? []).sort((a, b) => a.start - b.start),
  }));
  return rows.flatMap((row) => row.entities).length === lists.flat().length ? { kind: "entities", rows } : null;
};

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
