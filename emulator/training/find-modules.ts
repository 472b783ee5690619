import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { machineEnvironment } from "./machine-environment.ts";

/** The interpreter that runs scripts here, and which of the asked modules it finds; null: there is none. */
export type FoundModules = { version: string; modules: Record<string, boolean> } | null;

/** An interpreter that does not answer by then would not run a script either. */
const TIMEOUT_MS = 10_000;

// Nothing is imported: that would take seconds and could do anything.
const LOOK = `
import json, platform, sys
from importlib.util import find_spec
modules = {name: find_spec(name) is not None for name in json.loads(sys.argv[1])}
print(json.dumps({"version": platform.python_version(), "modules": modules}))
`;

/** Asks the machine's `python3` for top-level modules, in the environment that scripts get. */
export async function findModules(names: readonly string[]): Promise<FoundModules> {
  try {
    const { stdout } = await promisify(execFile)("python3", ["-c", LOOK, JSON.stringify(names)], {
      env: { ...machineEnvironment(), NODE_ENV: process.env.NODE_ENV },
      // Python looks into the folder that it is started in first.
      cwd: tmpdir(),
      timeout: TIMEOUT_MS,
    });
    return JSON.parse(stdout) as FoundModules;
  } catch {
    return null;
  }
}
