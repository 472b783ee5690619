import { isRecord } from "../is-record";
import { allOf, inputText, type ReadAnswer, rowsOf } from "./answer";
import { codePointPlaces } from "./code-points";

/** `start` and `end` are places in the input as JavaScript counts them; both -1 when the text does not hold it. */
export type Entity = { label: string; text: string; start: number; end: number; score: number };
export type Entities = { kind: "entities"; input: string; entities: Entity[] };

/** A token that was found: word pieces are joined to entities afterwards. */
type Piece = Entity & { index: number | null; isBegin: boolean; isWhole: boolean; pieces: number };

/** Entities with their places in the text; a list of lists for several texts. */
export const readEntities: ReadAnswer<Entities> = (value, asked) => {
  if (!Array.isArray(value)) return null;
  const isNested = value.length > 0 && value.every(Array.isArray);
  return rowsOf(isNested ? value : [value], asked, (list, at) => {
    const input = inputText(asked.inputs[at]);
    const place = codePointPlaces(input);
    const pieces = allOf(list, (item) => toPiece(item, input, place));
    return pieces && { kind: "entities", input, entities: joinPieces(pieces, input) };
  });
};

function toPiece(value: unknown, input: string, place: (at: number) => number): Piece | null {
  if (!isRecord(value)) return null;
  const label = value.entity_group ?? value.entity;
  if (typeof label !== "string") return null;
  const word = String(value.word ?? "").replace(/^##/, "");
  const [start, end] =
    typeof value.start === "number" && typeof value.end === "number"
      ? [place(value.start), place(value.end)]
      : find(input, word);
  return {
    // B- and I- mark the beginning and inside of an entity; for a reader they are the same type.
    label: label.replace(/^[BI]-/, ""),
    text: input.slice(Math.max(0, start), Math.max(0, end)).trim() || word,
    start,
    end,
    score: typeof value.score === "number" ? value.score : 0,
    index: typeof value.index === "number" ? value.index : null,
    isBegin: label.startsWith("B-"),
    isWhole: value.entity_group !== undefined,
    pieces: 1,
  };
}

/** Slow tokenizers give no places: a word that stands in the text once is there. */
function find(input: string, word: string): [number, number] {
  const at = input.indexOf(word);
  return word && at >= 0 && input.indexOf(word, at + 1) < 0 ? [at, at + word.length] : [-1, -1];
}

/** As the pipeline's "simple" strategy does: neighbouring tokens of one type are one entity, its score their mean. */
function joinPieces(pieces: readonly Piece[], input: string): Entity[] {
  const joined: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (!last || !continues(last, piece)) {
      joined.push({ ...piece });
      continue;
    }
    last.score = (last.score * last.pieces + piece.score) / (last.pieces + 1);
    last.pieces += 1;
    last.index = piece.index;
    last.end = piece.end;
    last.text = input.slice(last.start, last.end) || last.text + piece.text;
  }
  return joined.map(({ label, text, start, end, score }) => ({ label, text, start, end, score }));
}

function continues(last: Piece, next: Piece): boolean {
  if (last.isWhole || next.isWhole || next.label !== last.label || next.start < 0) return false;
  const isPiece = next.start === last.end;
  if (next.isBegin) return isPiece && !last.isBegin;
  return isPiece || (last.index !== null && next.index === last.index + 1);
}

export type Segment = { text: string; entity: Entity | null };

/** A text cut into plain and marked pieces; what overlaps an earlier entity is left out. */
export function segmentText(input: string, entities: readonly Entity[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const entity of entities) {
    if (entity.start < at || entity.end <= entity.start) continue;
    if (entity.start > at) segments.push({ text: input.slice(at, entity.start), entity: null });
    segments.push({ text: input.slice(entity.start, entity.end), entity });
    at = entity.end;
  }
  if (at < input.length) segments.push({ text: input.slice(at), entity: null });
  return segments;
}
