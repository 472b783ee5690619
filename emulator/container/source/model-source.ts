import { existsSync } from "node:fs";
import { join } from "node:path";
import { findBundledModel, isBundledModelId } from "@/catalog/bundled-models/select.ts";
import { ContainerStartError, type ServingTarget } from "../inference-host.ts";
import type { ModelSource } from "../messages.ts";
import { findOwnCode, type OwnCode } from "../own-code/find-own-code.ts";
import { openArchive, refuseWithoutOnnx } from "./model-archive.ts";

const HUB = "https://huggingface.co";
const BUNDLED_FOLDER = join(import.meta.dirname, "../../models");

export type SourceOptions = {
  /** Folder for extracted archives and for downloads from the Hub. */
  cacheDir: string;
  objectFile(bucket: string, key: string): string | null;
  /** Where models of the Hub come from, without a slash at the end; the Hub itself when left out. */
  hubUrl?: string;
};

/** A source, with what tells it from others: the identity goes into the key by which endpoints share a model. */
export type FoundSource = { source: ModelSource; identity: string; name: string };

/**
 * Where a container's model comes from: HF_MODEL_ID wins over the archive, as in the toolkit. With `takesCode` the
 * archive may bring a script, which runs before either; what the script itself reads need not be ONNX.
 */
export async function findModelSource(
  { environment, modelDataUrl }: ServingTarget,
  options: SourceOptions,
  takesCode = false,
): Promise<FoundSource & { code: OwnCode | null }> {
  const id = environment.HF_MODEL_ID;
  const archive = modelDataUrl && (takesCode || !id) ? await fetchArchive(modelDataUrl, options) : null;
  const code = archive && takesCode ? findOwnCode(archive.path, environment) : null;
  if (id) return { ...(isBundledModelId(id) ? bundledSource(id) : hubSource(id, environment, options)), code };
  if (archive) {
    if (!code) refuseWithoutOnnx(archive.path);
    return { source: { kind: "folder", path: archive.path }, identity: archive.digest, name: "model", code };
  }
  throw new ContainerStartError(
    "The container has no model: set the environment variable HF_MODEL_ID, or ModelDataUrl to a model.tar.gz in S3.",
  );
}

function bundledSource(id: string): FoundSource {
  const model = findBundledModel(id);
  if (!model) throw new ContainerStartError(`The emulator has no bundled model "${id}".`);
  const path = join(BUNDLED_FOLDER, model.id);
  return { source: { kind: "folder", path }, identity: id, name: id.replace("/", "__") };
}

function hubSource(
  id: string,
  environment: Record<string, string>,
  { cacheDir, hubUrl = HUB }: SourceOptions,
): FoundSource {
  const revision = environment.HF_MODEL_REVISION || null;
  const token = environment.HF_API_TOKEN || environment.HF_TOKEN || null;
  if (!isHubName(id, /^[\w.-]+(\/[\w.-]+)?$/)) {
    throw new ContainerStartError(`"${id}" is not the id of a model on the Hugging Face Hub, such as "org/model".`);
  }
  if (revision !== null && !isHubName(revision, /^[\w./-]+$/)) {
    throw new ContainerStartError(`"${revision}" is not the name of a revision.`);
  }
  const name = [id.replaceAll("/", "__"), revision].filter(Boolean).join(".");
  return {
    source: { kind: "hub", id, revision, token, cacheDir: join(cacheDir, "hub"), hubUrl },
    // With the token: who may not read a private model must not be served from another's load.
    identity: JSON.stringify([id, revision, token]),
    name,
  };
}

/** Both become parts of addresses and of file names in the cache, where ".." would lead elsewhere. */
function isHubName(text: string, pattern: RegExp): boolean {
  return pattern.test(text) && !text.split("/").some((part) => part === "" || part === "." || part === "..");
}

function fetchArchive(url: string, options: SourceOptions): Promise<{ path: string; digest: string }> {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const file = bucket && key ? options.objectFile(bucket, key) : null;
  if (!file || !existsSync(file)) {
    throw new ContainerStartError(`Could not find model data at ${url}. Please ensure that the object exists.`);
  }
  return openArchive(file, join(options.cacheDir, "archives"));
}
