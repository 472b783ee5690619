import { isRecord } from "../is-record";
import { type Asked, allOf, listsByInput, type ReadAnswer, rowsOf } from "./answer";
import { type MediaKind, type SentMedia, sentMedia } from "./sent-media";

export type LabelScore = { label: string; score: number };
/** What scores mean: shares of one whole, each on its own, or a model's raw numbers. */
export type Scale = "shares" | "independent" | "raw";
export type Labels = { kind: "labels"; scores: LabelScore[]; scale: Scale; media: SentMedia | null };

/** Rounding in float32 and cutting to the best few never pushes a sum this far above 1. */
const MAX_SUM = 1.02;

/** Scores of labels for texts, best first. */
export const readLabels = labelReader(null);
/** Scores of labels for pictures. */
export const readImageLabels = labelReader("image");
/** Scores of labels for recordings. */
export const readAudioLabels = labelReader("audio");

function labelReader(kind: MediaKind | null): ReadAnswer<Labels> {
  return (value, asked) =>
    rowsOf(listsByInput(value, asked.inputs.length), asked, (list, at) => {
      const scores = allOf(list, toLabelScore);
      if (!scores || scores.length === 0) return null;
      return toLabels(scores, asked, kind && sentMedia(asked, at, kind));
    });
}

/** Scores of a person's own labels: the pipeline gives parallel lists, newer services a list of pairs. */
export const readZeroShot: ReadAnswer<Labels> = (value, asked) => {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (!items.every((item) => isRecord(item) && Array.isArray(item.labels))) return readLabels(value, asked);
  return rowsOf(
    items.map((item) => [item]),
    asked,
    ([item]) => {
      const scores = toParallelScores(item);
      return scores && toLabels(scores, asked, null);
    },
  );
};

function toParallelScores(value: unknown): LabelScore[] | null {
  if (!isRecord(value) || !Array.isArray(value.labels) || !Array.isArray(value.scores)) return null;
  const { labels, scores } = value;
  const pairs = labels.map((label, at) => ({ label, score: scores[at] }));
  return pairs.length > 0 ? allOf(pairs, toLabelScore) : null;
}

function toLabels(scores: LabelScore[], asked: Asked, media: SentMedia | null): Labels {
  const sorted = scores.toSorted((a, b) => b.score - a.score);
  return { kind: "labels", scores: sorted, scale: scaleOf(sorted, asked.parameters), media };
}

function scaleOf(scores: readonly LabelScore[], { multi_label, function_to_apply }: Asked["parameters"]): Scale {
  if (function_to_apply === "none" || scores.some(({ score }) => score < 0 || score > 1)) return "raw";
  const sum = scores.reduce((total, { score }) => total + score, 0);
  return multi_label === true || function_to_apply === "sigmoid" || sum > MAX_SUM ? "independent" : "shares";
}

function toLabelScore(value: unknown): LabelScore | null {
  if (!isRecord(value) || typeof value.label !== "string" || typeof value.score !== "number") return null;
  return { label: value.label, score: value.score };
}
