import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { AutoConfig, env, pipeline } from "@huggingface/transformers";
import { servedTask, UnservableModel } from "../families/served-task.ts";
import type { FamilyName } from "../families/server-spec.ts";
import type { ModelSource, ModelSpec } from "../messages.ts";
import type { TaskAdapter } from "../tasks/adapter.ts";
import { inferTask } from "../tasks/infer-task.ts";
import { findAdapter } from "../tasks/registry.ts";
import type { Pipe } from "./pipe.ts";

export type LoadedModel = {
  task: string;
  adapter: TaskAdapter;
  pipe: Pipe;
  /** Size of its files, as the measure of what it weighs. */
  bytes: number;
  dispose(): Promise<void>;
};

/** One inference at a time, and several processes on one machine: a thread each is enough. */
const SESSION_OPTIONS = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 as const };

/** The model_type of a folder that holds no model. */
const RULES = "table-rules";

/** Reads a model into memory. What it throws is the reason that the endpoint's owner reads. */
export async function loadModel(spec: ModelSpec): Promise<LoadedModel> {
  try {
    return await load(spec);
  } catch (cause) {
    throw spec.source.kind === "hub" && !(cause instanceof UnservableModel) ? hubFailure(spec.source.id, cause) : cause;
  }
}

async function load({ source, task: wanted, server }: ModelSpec): Promise<LoadedModel> {
  openSource(source);
  const task = await taskFor(server.family, wanted, () => readConfig(source));
  const adapter = findAdapter(task);
  const pipe = adapter.pipelineTask
    ? await startPipeline(adapter.pipelineTask, source)
    : await withoutModel(task, source);
  return {
    task,
    adapter,
    pipe,
    bytes: source.kind === "folder" ? folderBytes(source.path) : 0,
    dispose: () => pipe.dispose(),
  };
}

/** What the container's model server makes of the model; one that it cannot serve fails in its words. */
async function taskFor(
  family: FamilyName,
  wanted: string | null,
  config: () => Promise<Record<string, unknown>>,
): Promise<string> {
  if (family === "toolkit") return wanted ?? inferTask(await config());
  return servedTask(family, await config());
}

/** "fetch failed" alone would leave people guessing which network, and what else they could do. */
function hubFailure(id: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  const network = cause instanceof Error ? (cause.cause as NodeJS.ErrnoException | undefined)?.code : undefined;
  const reason = network ? `${message} (${network})` : message;
  const advice =
    message === "fetch failed"
      ? " Where the Hub cannot be reached, use a bundled model or an archive in the emulator's S3."
      : "";
  return new Error(`The model "${id}" could not be loaded from the Hugging Face Hub: ${reason}.${advice}`, { cause });
}

/** The library reads these settings from globals; with one load at a time they cannot get mixed up. */
function openSource(source: ModelSource): void {
  env.allowRemoteModels = source.kind === "hub";
  env.allowLocalModels = source.kind === "folder";
  if (source.kind === "folder") {
    delete process.env.HF_TOKEN;
    return;
  }
  env.cacheDir = source.cacheDir;
  env.remoteHost = `${source.hubUrl}/`;
  if (source.token) process.env.HF_TOKEN = source.token;
  else delete process.env.HF_TOKEN;
}

async function readConfig(source: ModelSource): Promise<Record<string, unknown>> {
  if (source.kind === "folder") {
    return JSON.parse(readFileSync(join(source.path, "config.json"), "utf8")) as Record<string, unknown>;
  }
  const config = await AutoConfig.from_pretrained(source.id, { revision: source.revision ?? "main" });
  return config as unknown as Record<string, unknown>;
}

/** Rules stand in for a model only where they are asked for by name: other weights would be passed over in silence. */
async function withoutModel(task: string, source: ModelSource): Promise<Pipe> {
  const { model_type } = await readConfig(source);
  if (model_type === RULES) return { dispose: async () => undefined } as unknown as Pipe;
  throw new Error(
    `The emulator cannot run models for ${task}: @huggingface/transformers has no such pipeline. They run on AWS. ` +
      'Here HF_MODEL_ID "bundled/table-rules" answers by rules instead.',
  );
}

async function startPipeline(task: string, source: ModelSource): Promise<Pipe> {
  const place = source.kind === "folder" ? source.path : source.id;
  const started = await pipeline(task as "text-classification", place, {
    device: "cpu",
    session_options: SESSION_OPTIONS,
    ...(source.kind === "folder" ? weightsOf(source.path) : { dtype: "fp32", revision: source.revision ?? "main" }),
  });
  return started as unknown as Pipe;
}

/** Which of the usual ONNX files an archive holds: full precision first. */
function weightsOf(folder: string): { subfolder: string; dtype: "fp32" | "fp16" | "q8" } {
  const subfolder = existsSync(join(folder, "onnx")) ? "onnx" : "";
  const files = readdirSync(join(folder, subfolder)).filter((file) => file.endsWith(".onnx"));
  const has = (suffix: string): boolean => files.some((file) => file.endsWith(`${suffix}.onnx`));
  if (files.some((file) => !/_(fp16|quantized|int8|uint8|q4|bnb4|q4f16)\.onnx$/.test(file)))
    return { subfolder, dtype: "fp32" };
  if (has("_fp16")) return { subfolder, dtype: "fp16" };
  return { subfolder, dtype: "q8" };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(folder, file)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}
