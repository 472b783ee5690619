import { inferTask } from "../tasks/infer-task.ts";
import type { FamilyName } from "./server-spec.ts";

type Config = Record<string, unknown>;

/** How each server says that a model is not one of its kind. */
const REFUSALS: Record<Exclude<FamilyName, "toolkit">, (config: Config) => string> = {
  tgi: (config) => `ValueError: Unsupported model type ${modelType(config)}\nError: ShardCannotStart`,
  vllm: (config) =>
    `pydantic_core._pydantic_core.ValidationError: 1 validation error for ModelConfig\n  Value error, Model architectures ${architectures(config)} are not supported for now.`,
  sglang: (config) => `ValueError: Model architectures ${architectures(config)} are not supported for now.`,
  tei: (config) =>
    `Error: Could not create backend\n\nCaused by:\n    Could not start backend: Model is not supported: unknown variant \`${modelType(config)}\``,
};

/** A model that the container's server is not made for: the words are the server's own. */
export class UnservableModel extends Error {}

const EMBEDS = /(?:Model|ForMaskedLM|ForPreTraining)$/;

/** The pipeline task by which a server of language models runs a model; throws UnservableModel for others. */
export function servedTask(family: Exclude<FamilyName, "toolkit">, config: Config): string {
  const [architecture = ""] = (config.architectures as string[] | undefined) ?? [];
  if (family === "tei") {
    if (architecture.endsWith("ForSequenceClassification")) return "text-classification";
    if (EMBEDS.test(architecture) && !architecture.endsWith("LMHeadModel")) return "feature-extraction";
  } else if (taskOf(config) === "text-generation") return "text-generation";
  throw new UnservableModel(REFUSALS[family](config));
}

function taskOf(config: Config): string | null {
  try {
    return inferTask(config);
  } catch {
    return null;
  }
}

function architectures(config: Config): string {
  const names = (config.architectures as string[] | undefined) ?? [];
  return `[${names.map((name) => `'${name}'`).join(", ")}]`;
}

function modelType(config: Config): string {
  return typeof config.model_type === "string" ? config.model_type : "None";
}
