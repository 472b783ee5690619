import { BUNDLED_MODELS } from "@/catalog/bundled-models/data";
import { isWeightFile } from "@/catalog/model-types/weight-files";
import type { HubModel } from "@/lib/hub/view";
import type { ArchiveListing } from "@/lib/own-code/view";

import type { ArchiveFacts, HubAccess, Look, ModelFacts } from "./view";

const NOTHING: ModelFacts = {
  modelType: null,
  architectures: [],
  bringsCode: false,
  library: null,
  task: null,
  trainedWith: null,
  weightBytes: null,
  weightSource: "",
};
const UNKNOWN_WORDS = {
  unreachable: "the Hub is out of reach.",
  "too-slow": "the Hub did not answer in time.",
  refused: "the Hub answered with an error.",
};

/** What a bundled model is known to be: the emulator's own files are always there. */
export function bundledLook(id: string): Look<ModelFacts> {
  const model = BUNDLED_MODELS.find((row) => row.id === id);
  if (!model) return { state: "unseen", why: "the emulator has no such model." };
  const facts = { ...NOTHING, task: model.task, weightBytes: model.sizeBytes, weightSource: "its files" };
  return { state: "seen", value: facts };
}

/** What the Hub tells of a model. */
export function hubLook(model: HubModel): Look<ModelFacts> {
  if (model.state === "unknown") return { state: "unseen", why: UNKNOWN_WORDS[model.reason] };
  if (model.state !== "found") return { state: "unseen", why: "the Hub does not show the model." };
  const { task, modelType, architectures, bringsCode, library, weights } = model;
  return {
    state: "seen",
    value: {
      ...NOTHING,
      task,
      modelType,
      architectures,
      bringsCode,
      library,
      // Packed weights are counted by their containers' types: the sum would be wrong.
      weightBytes: weights && !weights.isQuantized ? weights.bytes : null,
      weightSource: weights
        ? `${Math.round(weights.parameters / 1e6).toLocaleString("en-US")} million ${weights.storedAs}`
        : "",
    },
  };
}

/** What the Hub tells of access to a model. */
export function accessLook(model: HubModel): Look<HubAccess> {
  return model.state === "unknown"
    ? { state: "unseen", why: UNKNOWN_WORDS[model.reason] }
    : { state: "seen", value: model };
}

/** What an archive's config.json and files tell. */
export function archiveModelLook({ configJson, files, isWhole }: ArchiveListing): Look<ModelFacts> {
  const config = parse(configJson);
  if (!config) return { state: "unseen", why: "the archive has no config.json that could be read." };
  const bytes = files.filter(({ path }) => isWeightFile(path)).reduce((sum, file) => sum + file.bytes, 0);
  return {
    state: "seen",
    value: {
      ...NOTHING,
      modelType: text(config.model_type),
      architectures: Array.isArray(config.architectures)
        ? config.architectures.filter((a) => typeof a === "string")
        : [],
      bringsCode: config.auto_map !== undefined,
      trainedWith: /^\d+\.\d+\.\d+/.exec(text(config.transformers_version) ?? "")?.[0] ?? null,
      weightBytes: bytes > 0 && (isWhole || holdsAll(files)) ? bytes : null,
      weightSource: "its files in the archive",
    },
  };
}

/** Weights in one file are all there is, even where the end of the archive was not looked at. */
function holdsAll(files: ArchiveListing["files"]): boolean {
  return files.some(({ path }) => path === "model.safetensors" || path === "pytorch_model.bin");
}

/** What lies where in an archive. */
export function archiveLook({ files, isWhole, inferencePy }: ArchiveListing): ArchiveFacts {
  return { paths: files.map(({ path }) => path), isWhole, runsOwnCode: inferencePy !== null };
}

function parse(json: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
