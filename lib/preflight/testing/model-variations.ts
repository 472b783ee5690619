import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar, type TarEntry } from "modern-tar";

const FOLDER = join(import.meta.dirname, "../../../emulator/models");

/** A model that the emulator brings, with a task that it has no head for. */
export type BaseModel = { id: string; modelType: string; task: string; misfit: string };

export const BASES: readonly BaseModel[] = [
  { id: "afinn-sentiment", modelType: "bert", task: "text-classification", misfit: "summarization" },
  { id: "tiny-qa", modelType: "bert", task: "question-answering", misfit: "image-classification" },
  { id: "tiny-stories-lm", modelType: "gpt2", task: "text-generation", misfit: "fill-mask" },
  { id: "tiny-summarizer", modelType: "t5", task: "summarization", misfit: "fill-mask" },
];

/** What is changed in a model before it is deployed. */
export type Variation = {
  /** `newer`: a type that some images know; `unheard`: one that none knows. */
  type: "own" | "newer" | "unheard";
  /** Its config.json names an architecture without a head. */
  isHeadless: boolean;
  layout: "flat" | "nested" | "no-config" | "no-weights";
};

/** ModernBERT came with transformers 4.48, and runs on what runs BERT. */
const TYPES = { newer: "modernbert", unheard: "axk1" };

/** The config.json of a model with a variation. */
export function variedConfig(base: BaseModel, { type, isHeadless }: Variation): Record<string, unknown> {
  const config = JSON.parse(readFileSync(join(folderOf(base), "config.json"), "utf8")) as Record<string, unknown>;
  return {
    ...config,
    ...(type !== "own" && { model_type: TYPES[type] }),
    ...(isHeadless && { architectures: ["BertModel"] }),
  };
}

/** A model's folder. */
export function folderOf({ id }: BaseModel): string {
  return join(FOLDER, id);
}

/** A model as a tar.gz with a variation. */
export async function packModel(base: BaseModel, variation: Variation): Promise<Buffer> {
  const { layout } = variation;
  const folder = folderOf(base);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const entries: TarEntry[] = [];
  for (const path of paths) {
    if (layout === "no-config" && path === "config.json") continue;
    if (layout === "no-weights" && path.endsWith(".onnx")) continue;
    const isConfig = path === "config.json";
    const body = isConfig
      ? Buffer.from(JSON.stringify(variedConfig(base, variation)))
      : readFileSync(join(folder, path));
    entries.push({
      header: { name: layout === "nested" ? `model/${path}` : path, size: body.length, type: "file" },
      body,
    });
  }
  return gzipSync(await packTar(entries));
}
