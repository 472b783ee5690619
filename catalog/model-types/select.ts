import { newestFirst } from "@/catalog/containers/versions";

import { modelTypes, NEWEST_READ } from "./data";
import type { ModelType } from "./schema";

const byName = new Map(modelTypes.map((row) => [row.modelType, row]));

/** The row of a `model_type`, or null. */
export function modelTypeById(modelType: string): ModelType | null {
  return byName.get(modelType) ?? null;
}

export type TypeSupport =
  | { known: true }
  /** `since`: the first version that knows it; null: none that was read. */
  | { known: false; why: "too-old"; since: string | null }
  | { known: false; why: "removed"; lastIn: string };

/** Whether a transformers version can load a model type; null where the table says nothing of the type or the version. */
export function typeSupport(modelType: string, transformersVersion: string): TypeSupport | null {
  const row = byName.get(modelType);
  if (!row) return null;
  if (row.lastIn && isNewer(transformersVersion, row.lastIn))
    return { known: false, why: "removed", lastIn: row.lastIn };
  if (row.since === null) {
    return isNewer(transformersVersion, NEWEST_READ) ? null : { known: false, why: "too-old", since: null };
  }
  return isNewer(row.since, transformersVersion) ? { known: false, why: "too-old", since: row.since } : { known: true };
}

/** True when version `a` is newer than `b`. */
export function isNewer(a: string, b: string): boolean {
  return newestFirst(a, b) < 0 && !startsAlike(a, b);
}

/** 4.46 and 4.46.0 are one version. */
function startsAlike(a: string, b: string): boolean {
  const pad = (version: string) => [...version.split("."), "0", "0"].slice(0, 3).join(".");
  return pad(a) === pad(b);
}

/** The auto-model tables by which a pipeline of the inference toolkit may load a model. */
const TABLES: Record<string, readonly string[]> = {
  "text-classification": ["text-classification"],
  "sentiment-analysis": ["text-classification"],
  "zero-shot-classification": ["text-classification"],
  "token-classification": ["token-classification"],
  ner: ["token-classification"],
  "question-answering": ["question-answering"],
  "table-question-answering": ["table-question-answering"],
  "fill-mask": ["fill-mask"],
  "feature-extraction": ["feature-extraction"],
  summarization: ["text2text-generation"],
  translation: ["text2text-generation"],
  translation_xx_to_yy: ["text2text-generation"],
  "text2text-generation": ["text2text-generation"],
  "text-generation": ["text-generation"],
  conversational: ["text-generation", "text2text-generation"],
  "image-classification": ["image-classification"],
  "image-segmentation": ["image-segmentation", "semantic-segmentation"],
  "object-detection": ["object-detection"],
  "zero-shot-image-classification": ["zero-shot-image-classification"],
  "audio-classification": ["audio-classification"],
  "automatic-speech-recognition": ["automatic-speech-recognition(ctc)", "automatic-speech-recognition(seq2seq)"],
};

/** Whether any release loads a model type for a task; null where nothing is known of the type or the task. */
export function taskFits(modelType: string, task: string): boolean | null {
  const tables = TABLES[task.startsWith("translation_") ? "translation" : task];
  const row = byName.get(modelType);
  if (!tables || !row || Object.keys(row.tasks).length === 0) return null;
  return tables.some((table) => row.tasks[table] !== undefined);
}
