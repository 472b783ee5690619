import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { machineEnvironment } from "../../training/machine-environment.ts";
import { lastLines } from "../../training/script-failure.ts";
import { type ScriptProcess, startScript } from "../../training/script-process.ts";
import { ContainerStartError } from "../inference-host.ts";
import type { OwnCode } from "./find-own-code.ts";
import { pythonFailure } from "./python-failure.ts";

export type InstallOptions = {
  /** Folder for installed packages, one for each script. */
  packagesDir: string;
  onLine(line: string, isError: boolean): void;
  /** Given the process while pip runs, so that it can be ended. */
  onProcess(process: ScriptProcess): void;
};

/**
 * Installs a script's requirements.txt into a folder of its own, once for each archive. Gives the folder, or null when
 * the script asks for nothing; throws ContainerStartError with pip's own words.
 */
export async function installRequirements(code: OwnCode, options: InstallOptions): Promise<string | null> {
  const file = join(code.folder, "requirements.txt");
  if (!existsSync(file)) return null;
  // The folder's path carries the archive's digest: a requirement may name a file beside it.
  const key = createHash("sha256").update(code.folder).update(readFileSync(file)).digest("hex");
  const folder = join(options.packagesDir, key);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${randomUUID()}`;
  await mkdir(dirname(folder), { recursive: true });
  try {
    await runPip(code, unfinished, options);
    await mkdir(unfinished, { recursive: true });
    await rename(unfinished, folder).catch((cause: unknown) => {
      // Another start of the same script was faster.
      if (!existsSync(folder)) throw cause;
    });
    return folder;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function runPip(code: OwnCode, target: string, { onLine, onProcess }: InstallOptions): Promise<void> {
  const errors = lastLines();
  onLine("installing packages from requirements.txt...", false);
  const args = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--target", target];
  const pip = startScript(
    {
      program: "python3",
      args: [...args, "-r", "requirements.txt"],
      cwd: code.folder,
      env: { ...machineEnvironment(), PYTHONDONTWRITEBYTECODE: "1" },
    },
    (line, isError) => {
      if (isError) errors.add(line);
      onLine(line, isError);
    },
  );
  onProcess(pip);
  const outcome = await pip.ended;
  if (outcome.code === 0) return;
  const said = errors.text().split("\n");
  const wrong = said.filter((line) => line.startsWith("ERROR:"));
  const words = (wrong.length > 0 ? wrong : said).join("\n");
  throw new ContainerStartError(
    outcome.error === null && words !== ""
      ? `failed to install required packages of code/requirements.txt:\n${words}`
      : pythonFailure(outcome),
  );
}
