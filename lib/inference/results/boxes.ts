import { isRecord } from "../is-record";
import { allOf, type ReadAnswer, rowsOf } from "./answer";
import { type SentMedia, sentMedia } from "./sent-media";

/** Edges in pixels of the picture. */
export type Box = { label: string; score: number; xmin: number; ymin: number; xmax: number; ymax: number };
export type Boxes = { kind: "boxes"; media: SentMedia | null; boxes: Box[] };

/** Things with their places in a picture, surest first; none is an answer too. */
export const readBoxes: ReadAnswer<Boxes> = (value, asked) => {
  if (!Array.isArray(value)) return null;
  const isNested = value.length > 0 && value.every(Array.isArray);
  return rowsOf(isNested ? value : [value], asked, (list, at) => {
    const boxes = allOf(list, toBox);
    return (
      boxes && {
        kind: "boxes",
        media: sentMedia(asked, at, "image"),
        boxes: boxes.toSorted((a, b) => b.score - a.score),
      }
    );
  });
};

function toBox(value: unknown): Box | null {
  if (!isRecord(value) || typeof value.label !== "string" || typeof value.score !== "number") return null;
  const { xmin, ymin, xmax, ymax } = isRecord(value.box) ? value.box : {};
  if (![xmin, ymin, xmax, ymax].every((edge) => typeof edge === "number")) return null;
  return { label: value.label, score: value.score, ...({ xmin, ymin, xmax, ymax } as Omit<Box, "label" | "score">) };
}
