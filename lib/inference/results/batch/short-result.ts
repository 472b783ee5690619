import { fillSentence } from "../filled-masks";
import { splitGenerated } from "../generated";
import type { Drawing } from "../result";
import { clock } from "../subtitles";
import { norm } from "../vectors";

/** An answer in a line of a table: what it says, how sure the model is (null: it did not say), and all of it in words. */
export type ShortResult = { text: string; score: number | null; details: string };

/** An answer in short. */
export function shortResult(drawing: Drawing): ShortResult {
  switch (drawing.kind) {
    case "labels":
      return ofList(drawing.scores.map(({ label, score }) => [label, score]));
    case "question-answers":
      return ofList(drawing.answers.map(({ text, score }) => [text || "No answer", score]));
    case "entities":
      return ofThings(
        drawing.entities.map(({ text, label, score }) => [`${text} (${label})`, score]),
        "No entities",
      );
    case "boxes":
      return ofThings(
        drawing.boxes.map(({ label, score }) => [label, score]),
        "Nothing found",
      );
    case "segments":
      return ofThings(
        drawing.segments.map(({ label, score }) => [label, score]),
        "Nothing found",
      );
    case "filled-masks": {
      const best = drawing.masks.flatMap((words) => words.slice(0, 1));
      const words = best.map(({ word }) => word);
      const sentence = drawing.pieces
        ? fillSentence(drawing.pieces, words)
            .map((part) => part.text)
            .join("")
        : (best[0]?.sequence ?? "");
      const details = drawing.masks.map((fills) => listed(fills.map(({ word, score }) => [word.trim(), score])));
      return {
        text: sentence,
        score: best.length === 1 ? (best[0]?.score ?? null) : null,
        details: details.join(" | "),
      };
    }
    case "table-answer":
      return {
        ...plain(drawing.answer),
        details: drawing.coordinates.map(([row, column]) => cell(drawing, row, column)).join("; "),
      };
    case "vectors":
      return {
        text: `${drawing.pooled.length} numbers, length ${norm(drawing.pooled).toFixed(3)}`,
        score: null,
        details: JSON.stringify(drawing.pooled),
      };
    case "rewritten":
      return { ...plain(drawing.texts[0] ?? ""), details: drawing.texts.join(" | ") };
    case "generated": {
      const added = drawing.texts.map((text) => splitGenerated(drawing.prompt, text).continuation.trim());
      return { ...plain(added[0] ?? ""), details: added.join(" | ") };
    }
    case "chat":
      return plain(drawing.threads[0]?.at(-1)?.content ?? "");
    case "transcript": {
      const details = drawing.chunks.map(({ start, text }) => `${clock(start)} ${text}`);
      return { ...plain(drawing.text), details: details.join("; ") || drawing.text };
    }
  }
}

type Scored = [text: string, score: number | null];

/** The best of a sorted list stands for all. */
function ofList(items: Scored[]): ShortResult {
  const [text, score] = items[0] ?? ["", null];
  return { text, score, details: listed(items) };
}

/** All of them count; together they have no score. */
function ofThings(items: Scored[], none: string): ShortResult {
  const names = [...new Set(items.map(([text]) => text))];
  return { text: names.join(", ") || none, score: null, details: listed(items) };
}

function listed(items: Scored[]): string {
  return items.map(([text, score]) => (score === null ? text : `${text} ${score}`)).join("; ");
}

function plain(text: string): ShortResult {
  return { text, score: null, details: text };
}

function cell({ rows, columns }: { rows: string[][]; columns: string[] }, row: number, column: number): string {
  return `${columns[column] ?? column}, row ${row + 1}: ${rows[row]?.[column] ?? ""}`;
}
