import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isWeightFile } from "@/catalog/model-types/weight-files.ts";
import type { ModelSource } from "../messages.ts";
import { askHub } from "./ask-hub.ts";

/** What can be told of a model before it is loaded. */
export type ModelLook = {
  /** Of its config.json; empty where nothing could be read. */
  config: Record<string, unknown>;
  /** Bytes of its weights; null: unknown. */
  weightBytes: number | null;
};

/** Looks at a model's files, or asks the Hub; throws ContainerStartError for one that the Hub does not give out. */
export async function lookAtModel(source: ModelSource): Promise<ModelLook> {
  if (source.kind === "hub") return (await askHub(source)) ?? { config: {}, weightBytes: null };
  const files = readdirSync(source.path, { recursive: true, encoding: "utf8" }).filter(isWeightFile);
  const weightBytes = files.reduce((sum, file) => sum + statSync(join(source.path, file)).size, 0);
  return { config: readConfig(source.path), weightBytes: weightBytes || null };
}

function readConfig(folder: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as Record<string, unknown>;
  } catch {
    return {};
  }
}
