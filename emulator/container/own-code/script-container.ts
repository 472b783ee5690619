import { join } from "node:path";
import { snapshotDownload } from "@huggingface/hub";
import { ContainerStartError } from "../inference-host.ts";
import type { ModelSource } from "../messages.ts";
import { refuseWithoutOnnx } from "../source/model-archive.ts";
import type { OwnCode } from "./find-own-code.ts";
import type { DefaultPipeline } from "./handler-process.ts";
import type { ScriptContainer } from "./script-child.ts";

export type ScriptParts = {
  code: OwnCode;
  /** The model beside the script: its archive's folder, or what HF_MODEL_ID names. */
  source: ModelSource;
  environment: Record<string, string>;
  pipeline: DefaultPipeline;
  cacheDir: string;
};

/** A container whose archive brings a script. */
export function scriptContainer({ code, source, environment, pipeline, cacheDir }: ScriptParts): ScriptContainer {
  return {
    code,
    environment,
    modelFolder: () => modelFolder(source),
    packagesDir: join(cacheDir, "packages"),
    pipeline: {
      ...pipeline,
      async load() {
        if (!environment.HF_MODEL_ID && source.kind === "folder") refuseDefaultLoad(code, source.path);
        await pipeline.load();
      },
    },
  };
}

/** The toolkit's own loading is there for what transformers.js runs. */
function refuseDefaultLoad({ module }: OwnCode, folder: string): void {
  try {
    refuseWithoutOnnx(folder);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ContainerStartError(
      `code/${module}.py has no model_fn, and without one the toolkit loads the model as a pipeline. ${reason} Or write a model_fn.`,
    );
  }
}

/** As the toolkit does before it calls the script: a model of the Hub is downloaded whole. */
async function modelFolder(source: ModelSource): Promise<string> {
  if (source.kind === "folder") return source.path;
  const { id, revision, token, cacheDir } = source;
  try {
    return await snapshotDownload({
      repo: { type: "model", name: id },
      cacheDir: join(cacheDir, "snapshots"),
      ...(revision && { revision }),
      ...(token && { accessToken: token }),
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ContainerStartError(
      `The model "${id}" could not be downloaded from the Hugging Face Hub for code/inference.py: ${message}. Where the Hub cannot be reached, put the model's files into the archive.`,
    );
  }
}
