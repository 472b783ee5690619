import { isRecord } from "../is-record";
import type { ReadAnswer } from "./answer";

export type LabelScore = { label: string; score: number };
export type Labels = { kind: "labels"; rows: { input: string; scores: LabelScore[] }[] };

/** Scores of labels, best first; a list of lists for several texts, or a flat one with the best label of each. */
export const readLabels: ReadAnswer<Labels> = (value, { inputs }) => {
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
};

function isLabelScore(value: unknown): value is LabelScore {
  return isRecord(value) && typeof value.label === "string" && typeof value.score === "number";
}
