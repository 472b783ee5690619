import type { ProgramExport } from "./view";

/** What `packingCode` imports. */
export function packingImports({ script }: ProgramExport): string[] {
  if (!script || script.kind === "s3") return [];
  return [...(script.kind === "git" ? ["import subprocess"] : []), "import tarfile"];
}

/** Whether a program puts something into S3 itself: the packed script, or what an asynchronous endpoint reads. */
export function needsS3(wanted: ProgramExport): boolean {
  return packingImports(wanted).length > 0 || (isAsynchronous(wanted) && wanted.sample !== null);
}

/** Whether the endpoint takes its requests from S3. */
export function isAsynchronous({ requests }: ProgramExport): boolean {
  return requests.endpoint?.config.AsyncInferenceConfig !== undefined;
}

/** The folder that is packed, once the repository is cloned. */
export function scriptFolder(script: { kind: "upload" | "git"; folder: string }): string {
  return script.kind === "git" ? `transformers/${script.folder.replace(/^\.\//, "")}` : script.folder;
}

/** Packs the script folder and puts it where the request says, with a client that is called `s3`. */
export function packingCode({ script, requests, bucket }: ProgramExport): string {
  if (!script || script.kind === "s3" || !requests.training) return "";
  const clone =
    script.kind === "git"
      ? `subprocess.run(["git", "clone", "--depth", "1", "--branch", "${script.branch}", "${script.repository}", "transformers"], check=True)\n`
      : "";
  const key = `${requests.training.TrainingJobName}/source/sourcedir.tar.gz`;
  return `${clone}with tarfile.open("sourcedir.tar.gz", "w:gz") as archive:
    archive.add(${JSON.stringify(scriptFolder(script))}, arcname=".")
s3.upload_file("sourcedir.tar.gz", ${JSON.stringify(bucket)}, ${JSON.stringify(key)})`;
}

/** Where programs put the request of an asynchronous endpoint. */
export const ASYNCHRONOUS_KEY = "async_inference/input/1.json";

/** Puts `payload` where an asynchronous endpoint reads it. */
export function asynchronousInput(bucket: string): string {
  return `s3.put_object(
    Bucket=${JSON.stringify(bucket)},
    Key="${ASYNCHRONOUS_KEY}",
    Body=json.dumps(payload),
    ContentType="application/json",
)`;
}
