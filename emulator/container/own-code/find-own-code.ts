import { existsSync } from "node:fs";
import { join } from "node:path";

/** A script that brings its own handler functions into the inference toolkit. */
export type OwnCode = {
  /** The archive's folder `code`. */
  folder: string;
  /** Module in it, `inference` of `inference.py`. */
  module: string;
};

/** What the toolkit looks for when nothing is said; the Python SDK sends the variable empty then. */
const DEFAULT_PROGRAM = "inference.py";

/**
 * An extracted archive's script as the toolkit finds it: SAGEMAKER_PROGRAM in the folder `code`, whatever
 * SAGEMAKER_SUBMIT_DIRECTORY says (sagemaker_inference/environment.py). Null: there is none, and the default functions
 * serve.
 */
export function findOwnCode(archive: string, environment: Record<string, string>): OwnCode | null {
  const program = environment.SAGEMAKER_PROGRAM || DEFAULT_PROGRAM;
  const module = program.replace(/\.py$/, "");
  // A name of Python's own form cannot lead out of the folder.
  if (!/^\w+(\.\w+)*$/.test(module)) return null;
  const folder = join(archive, "code");
  const path = join(folder, ...module.split("."));
  return existsSync(`${path}.py`) || existsSync(join(path, "__init__.py")) ? { folder, module } : null;
}
