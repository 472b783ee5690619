import { formatBytes } from "@/lib/format/bytes";
import { MAX_CODE_BYTES, MAX_SCRIPT_LENGTH } from "@/lib/own-code/limits";
import { packSource, type SourceFile } from "@/lib/training/source-archive";

/** Files of the code beside inference.py and requirements.txt, which the editor holds. */
export type CodeFiles = readonly SourceFile[];

export type PickedCode = { inferencePy: string | null; requirementsTxt: string | null; extras: SourceFile[] };

const NOT_CODE = /(^|\/)(\.git|__pycache__|\.venv|node_modules|\.ipynb_checkpoints|\.DS_Store)(\/|$)/;

/** What was picked: a script, files or a folder. A folder that holds `code/` means what is in there. */
export async function readPicked(picked: readonly File[]): Promise<PickedCode | { problem: string }> {
  const all = picked
    .map((file): SourceFile => ({ path: pathInFolder(file), file }))
    .filter(({ path }) => !NOT_CODE.test(path));
  const inCode = all.filter(({ path }) => path.startsWith("code/"));
  const isModelFolder = !all.some(({ path }) => path === "inference.py") && inCode.length > 0;
  const files = isModelFolder ? inCode.map(({ path, file }) => ({ path: path.slice("code/".length), file })) : all;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > MAX_CODE_BYTES) {
    return {
      problem: `This is ${formatBytes(bytes)}; the code may have ${formatBytes(MAX_CODE_BYTES)}. Put weights and data into the model's archive.`,
    };
  }
  const [only] = files;
  const script =
    files.find(({ path }) => path === "inference.py") ??
    (files.length === 1 && only?.path.endsWith(".py") ? only : undefined);
  const requirements = files.find(({ path }) => path === "requirements.txt");
  if ((script?.file.size ?? 0) > MAX_SCRIPT_LENGTH) {
    return { problem: "inference.py is larger than 512 KiB. Move parts of it into modules beside it." };
  }
  return {
    inferencePy: (await script?.file.text()) ?? null,
    requirementsTxt: (await requirements?.file.text()) ?? null,
    extras: files.filter((file) => file !== script && file !== requirements),
  };
}

/** The code as a tar.gz, with inference.py at its root. */
export async function packCode(inferencePy: string, requirementsTxt: string, extras: CodeFiles): Promise<Blob> {
  const { archive } = await packSource([
    { path: "inference.py", file: new Blob([inferencePy]) },
    ...(requirementsTxt.trim() ? [{ path: "requirements.txt", file: new Blob([requirementsTxt]) }] : []),
    ...extras,
  ]);
  return archive;
}

/** A folder's own name is no part of the paths in it. */
function pathInFolder(file: File): string {
  return file.webkitRelativePath ? file.webkitRelativePath.split("/").slice(1).join("/") : file.name;
}
