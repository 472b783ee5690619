import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** One host's private `/opt/ml`. Scripts are told where it is by SM_* variables and by their arguments. */
export type JobFolders = {
  root: string;
  code: string;
  config: string;
  data: string;
  model: string;
  output: string;
  outputData: string;
  checkpoints: string;
  failureFile: string;
};

/** The path by which containers know the folder. */
export const OPT_ML = "/opt/ml";

/** Makes the folders of a host below the job's own; `checkpointPath` is the job's LocalPath. */
export function makeJobFolders(jobFolder: string, host: string, checkpointPath = `${OPT_ML}/checkpoints`): JobFolders {
  const root = join(jobFolder, host, "opt", "ml");
  const output = join(root, "output");
  const folders: JobFolders = {
    root,
    code: join(root, "code"),
    config: join(root, "input", "config"),
    data: join(root, "input", "data"),
    model: join(root, "model"),
    output,
    outputData: join(output, "data"),
    checkpoints: insideRoot(root, checkpointPath),
    failureFile: join(output, "failure"),
  };
  for (const folder of Object.values(folders))
    if (folder !== folders.failureFile) mkdirSync(folder, { recursive: true });
  return folders;
}

/** A path of the container as the host's private one; other texts stay as they are. */
export function privatePath(root: string, text: string): string {
  return text === OPT_ML || text.startsWith(`${OPT_ML}/`) ? root + text.slice(OPT_ML.length) : text;
}

function insideRoot(root: string, path: string): string {
  const isBelow = path.startsWith(`${OPT_ML}/`) && !path.split("/").includes("..");
  return isBelow ? privatePath(root, path) : join(root, "checkpoints");
}
