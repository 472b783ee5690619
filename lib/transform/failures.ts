import "server-only";
import { describeLogStreams } from "@/lib/aws/logs/log-streams";
import { cachedRead } from "@/lib/aws/read-cache";
import { openObject } from "@/lib/aws/s3/read-object";
import { readLogsBetween } from "@/lib/logs/service";
import { TRANSFORM_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";
import type { Workspace } from "@/lib/workspaces/view";
import { readFailures } from "./data-log";
import { type InputFile, readInputs } from "./files";
import { type BadLine, findBadLine } from "./find-bad-line";
import type { FileFailure, TransformJobView } from "./job-view";
import { readLines } from "./record-reader";

const FAILURES_TTL_MS = 30_000;
/** The log may be written a little after the job has ended. */
const LATE_MS = 60_000;
const MAX_STREAMS = 5;
const MAX_FILES = 5;
const MAX_LINES = 500_000;
const MAX_BYTES = 256 * 1024 ** 2;

/**
 * The files that failed with what the container said, from the job's data log, and the line that it must have meant. The
 * log names no line, so the file is read with the container's own rules until one breaks them.
 */
export function readTransformFailures(workspace: Workspace, job: TransformJobView): Promise<FileFailure[]> {
  return cachedRead(workspace, "transform failures", [job.name, job.status], FAILURES_TTL_MS, async () => {
    const { streams } = await describeLogStreams(workspace, TRANSFORM_LOG_GROUP, trainingStreamPrefix(job.name));
    const dataLogs = streams.filter(({ name }) => name.endsWith("/data-log")).slice(0, MAX_STREAMS);
    const from = job.createdAt ?? new Date(0).toISOString();
    const to = new Date(Date.parse(job.endedAt ?? new Date().toISOString()) + LATE_MS).toISOString();
    const pages = await Promise.all(
      dataLogs.map(({ name }) =>
        readLogsBetween(workspace, { group: TRANSFORM_LOG_GROUP, prefix: name }, { from, to }),
      ),
    );
    const messages = pages.flatMap(({ events }) => events.map(({ message }) => message));
    const { files } = await readInputs(workspace, job);
    return Promise.all(
      readFailures(messages)
        .slice(0, MAX_FILES)
        .map(async ({ file, what, message }): Promise<FileFailure> => {
          const input = files.find(({ place }) => `${place.bucket}/${place.key}` === file);
          const line = input ? await badLineOf(workspace, job, input) : null;
          return { path: input?.path ?? file, what, message, line };
        }),
    );
  });
}

async function badLineOf(workspace: Workspace, job: TransformJobView, input: InputFile): Promise<BadLine | null> {
  if (job.split !== "Line" || job.isGzip || job.inputFilter || input.bytes > MAX_BYTES) return null;
  const closing = new AbortController();
  try {
    const { body } = await openObject(workspace, input.place, closing.signal);
    body.on("error", () => undefined);
    return await findBadLine(readLines(body, 0), job, MAX_LINES);
  } catch {
    // The input may be gone by now; the log's words remain.
    return null;
  } finally {
    closing.abort();
  }
}
