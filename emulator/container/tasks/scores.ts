import type { Model } from "../child/pipe.ts";
import { PredictionError } from "../contract/prediction-error.ts";

export type ScoreFunction = "sigmoid" | "softmax" | "none";

export function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits);
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const sigmoid = (logits: ArrayLike<number>): number[] => Array.from(logits, (value) => 1 / (1 + Math.exp(-value)));

/** Raw outputs as the scores that the pipeline shows. */
export function applyFunction(logits: ArrayLike<number>, name: ScoreFunction): number[] {
  if (name === "softmax") return softmax(logits);
  return name === "sigmoid" ? sigmoid(logits) : Array.from(logits);
}

/** The pipeline's choice: what was asked for, else what the model's config says it was trained as. */
export function scoreFunction(asked: unknown, config: Model["config"], labelCount: number): ScoreFunction {
  if (asked === undefined || asked === null) {
    return config.problem_type === "multi_label_classification" || labelCount === 1 ? "sigmoid" : "softmax";
  }
  const name = String(asked).toLowerCase();
  if (name === "sigmoid" || name === "softmax" || name === "none") return name;
  throw new PredictionError(`'${String(asked).toUpperCase()}'`);
}

export type LabelScore = { label: string; score: number };

/** Labels with their scores, in the model's order. */
export function labelScores(config: Model["config"], scores: number[]): LabelScore[] {
  return scores.map((score, index) => ({ label: config.id2label?.[index] ?? `LABEL_${index}`, score }));
}

/** The best `count` of them, in the order of members that the pipelines for pictures and sound write. */
export function bestScores(scores: LabelScore[], count: number): { score: number; label: string }[] {
  const sorted = scores.toSorted((a, b) => b.score - a.score);
  return sorted.slice(0, count).map(({ label, score }) => ({ score, label }));
}
