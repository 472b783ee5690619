import "server-only";
import { countLogEvents } from "@/lib/aws/logs/count-events";
import { cachedRead } from "@/lib/aws/read-cache";
import { openObject } from "@/lib/aws/s3/read-object";
import { TRANSFORM_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";
import type { Workspace } from "@/lib/workspaces/view";
import { readInputs } from "./files";
import type { RecordProgress, TransformJobView } from "./job-view";

const COUNT_TTL_MS = 5_000;
/** Inputs never change while a job reads them: counted once. */
const TOTAL_TTL_MS = 3_600_000;
const MAX_COUNTED_BYTES = 64 * 1024 ** 2;

/** How many requests the containers have answered, by their access log, and how many records there are. */
export async function readRecordProgress(workspace: Workspace, job: TransformJobView): Promise<RecordProgress> {
  const [asked, total] = await Promise.all([countAsked(workspace, job), countTotal(workspace, job)]);
  return { asked, total };
}

function countAsked(workspace: Workspace, job: TransformJobView): Promise<number | null> {
  if (!job.startedAt || job.split !== "Line" || job.strategy !== "SingleRecord") return Promise.resolve(null);
  const query = { search: "POST /invocations", prefix: trainingStreamPrefix(job.name), from: job.startedAt };
  return cachedRead(workspace, "count invocations", [job.name, job.status], COUNT_TTL_MS, () =>
    countLogEvents(workspace, TRANSFORM_LOG_GROUP, query).catch(() => null),
  );
}

function countTotal(workspace: Workspace, job: TransformJobView): Promise<number | null> {
  return cachedRead(workspace, "count records", [job.name, job.createdAt], TOTAL_TTL_MS, async () => {
    const { files, isCut } = await readInputs(workspace, job);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (job.split !== "Line" || job.isGzip || isCut || files.length > 20 || bytes > MAX_COUNTED_BYTES) return null;
    let lines = 0;
    for (const { place } of files) {
      const { body } = await openObject(workspace, place);
      let last = 10;
      for await (const chunk of body as AsyncIterable<Buffer>) {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
        last = chunk.at(-1) ?? last;
      }
      if (last !== 10) lines += 1;
    }
    return lines;
  }).catch(() => null);
}
