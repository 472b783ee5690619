import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { x as extract, type ReadEntry } from "tar";
import { ContainerStartError } from "../inference-host.ts";

const GIB = 1024 ** 3;
/** Far above any model that runs on a laptop's CPU; below what fills its disk by a crafted archive. */
const MAX_BYTES = 20 * GIB;
const MAX_ENTRIES = 10_000;

/** Extracts a model.tar.gz once for each content, and says where. */
export async function openArchive(file: string, cacheDir: string): Promise<{ path: string; digest: string }> {
  const digest = await digestOf(file);
  const path = join(cacheDir, digest);
  if (!existsSync(path)) await extractTo(file, path);
  refuseWithoutOnnx(path);
  return { path, digest };
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Extracts beside the goal and renames, so that a killed emulator leaves no half of a model. */
async function extractTo(file: string, path: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  mkdirSync(unfinished, { recursive: true });
  const refuses = archiveGuard();
  // An exception in the filter would not reach our caller: nothing more is taken out, and it is told at the end.
  let refusal: string | null = null;
  try {
    await extract({
      file,
      cwd: unfinished,
      strict: true,
      preservePaths: false,
      filter: (name, entry) => {
        refusal ??= refuses(name, entry as ReadEntry);
        return refusal === null;
      },
    });
    if (refusal !== null) throw new Error(refusal);
    await rename(unfinished, path).catch((cause: unknown) => {
      // Another start of the same archive was faster.
      if (!existsSync(path)) throw cause;
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ContainerStartError(`The model archive could not be extracted: ${reason}.`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Says of each entry in turn why it may not be extracted. */
function archiveGuard(): (name: string, entry: ReadEntry) => string | null {
  let bytes = 0;
  let entries = 0;
  return (name, entry) => {
    entries += 1;
    bytes += entry.size ?? 0;
    if (bytes > MAX_BYTES || entries > MAX_ENTRIES) return "it holds too much data";
    if (!isPlain(entry)) return `${name} is neither a file nor a folder`;
    return name.startsWith("/") || name.split("/").includes("..") ? `${name} leads out of the archive` : null;
  };
}

/** Links could lead out of the folder and nothing in a model needs them. */
function isPlain(entry: ReadEntry): boolean {
  return ["File", "OldFile", "Directory", "GNUDumpDir"].includes(entry.type);
}

function refuseWithoutOnnx(path: string): void {
  const files = readdirSync(path, { recursive: true, encoding: "utf8" });
  if (!files.includes("config.json")) {
    throw new ContainerStartError("The model archive has no config.json at its root.");
  }
  if (files.some((file) => /^(onnx[\\/])?[^\\/]+\.onnx$/.test(file))) return;
  const weights = files.find((file) => /\.(safetensors|bin|pt|h5|msgpack)$/.test(file));
  throw new ContainerStartError(
    weights
      ? `The model archive has its weights as ${weights} only. The emulator runs ONNX: add onnx/model.onnx, for example by \`optimum-cli export onnx\`.`
      : "The model archive has no weights: the emulator looks for onnx/model.onnx or model.onnx.",
  );
}
