import { isRecord } from "../is-record";
import { allOf, type ReadAnswer, rowsOf } from "./answer";
import { type SentMedia, sentMedia } from "./sent-media";

/** `mask` is a grey PNG in base64, white where the thing is. Semantic models give no score. */
export type ImageSegment = { label: string; score: number | null; mask: string };
export type Segments = { kind: "segments"; media: SentMedia | null; segments: ImageSegment[] };

/** The parts of a picture with their masks. */
export const readSegments: ReadAnswer<Segments> = (value, asked) => {
  if (!Array.isArray(value)) return null;
  const isNested = value.length > 0 && value.every(Array.isArray);
  return rowsOf(isNested ? value : [value], asked, (list, at) => {
    const segments = allOf(list, toSegment);
    return segments && { kind: "segments", media: sentMedia(asked, at, "image"), segments };
  });
};

function toSegment(value: unknown): ImageSegment | null {
  if (!isRecord(value) || typeof value.mask !== "string") return null;
  return {
    label: typeof value.label === "string" ? value.label : "unnamed",
    score: typeof value.score === "number" ? value.score : null,
    mask: value.mask,
  };
}
