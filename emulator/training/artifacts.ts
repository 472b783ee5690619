import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { create } from "tar";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import type { JobFolders } from "./job-folders.ts";
import { parseS3, uploadFile, uploadFolder } from "./s3-folders.ts";
import type { TrainingJob } from "./training-job.ts";

/**
 * Uploads what the script left, as SageMaker does: `<S3OutputPath>/<job>/output/model.tar.gz`, and `output.tar.gz` when
 * there is other output. Without compression the files go one by one. Gives the model's address.
 */
export async function uploadArtifacts(
  store: ObjectStore,
  job: TrainingJob,
  folders: JobFolders,
): Promise<string | null> {
  const { S3OutputPath, CompressionType } = job.definition.OutputDataConfig;
  const base = parseS3(S3OutputPath);
  if (!base) return null;
  const prefix = `${base.key === "" || base.key.endsWith("/") ? base.key : `${base.key}/`}${job.name}/output`;
  const at = (name: string) => ({ bucket: base.bucket, key: `${prefix}/${name}` });

  const outputs = [
    { folder: folders.model, name: "model", isAlways: true },
    { folder: folders.outputData, name: "output", isAlways: false },
  ];
  for (const { folder, name, isAlways } of outputs) {
    const entries = await readdir(folder);
    if (entries.length === 0 && !isAlways) continue;
    if (CompressionType === "NONE") {
      await uploadFolder(store, at(`${name}/`), folder);
      continue;
    }
    const archive = join(folders.output, `${name}.tar.gz`);
    await create({ file: archive, cwd: folder, gzip: true, portable: true }, entries.length > 0 ? entries : ["."]);
    await uploadFile(store, at(`${name}.tar.gz`), archive);
    await rm(archive);
  }
  return `s3://${base.bucket}/${prefix}/${CompressionType === "NONE" ? "model/" : "model.tar.gz"}`;
}
