import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { extractArchive } from "../../archives/extract-archive.ts";
import { ContainerStartError } from "../inference-host.ts";

/** Extracts a model.tar.gz once for each content, and says where. */
export async function openArchive(file: string, cacheDir: string): Promise<{ path: string; digest: string }> {
  const digest = await digestOf(file);
  const path = join(cacheDir, digest);
  if (!existsSync(path)) await extractTo(file, path);
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
  try {
    await extractArchive(file, unfinished);
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

/** Throws ContainerStartError for an extracted archive that transformers.js cannot load. */
export function refuseWithoutOnnx(path: string): void {
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
