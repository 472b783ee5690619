import "server-only";
import { Readable } from "node:stream";
import { createTarPacker } from "modern-tar";
import { openObject } from "@/lib/aws/s3/read-object";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";
import { readTransformFiles, requireFile } from "./files";
import type { TransformJobView } from "./job-view";

/** One output as it lies in S3, passed on as it comes. */
export async function downloadOne(
  workspace: Workspace,
  job: TransformJobView,
  path: string,
  signal: AbortSignal,
): Promise<Response> {
  const { output } = await requireFile(workspace, job, path);
  const { body, bytes } = await openObject(workspace, output, signal);
  const name = output.key.split("/").at(-1) ?? "results.out";
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: { ...headersFor(name), "content-length": String(bytes) },
  });
}

/** Every output that is there in one tar archive, written while it is read: nothing is kept. */
export async function downloadAll(workspace: Workspace, job: TransformJobView, signal: AbortSignal): Promise<Response> {
  const { files } = await readTransformFiles(workspace, job);
  const done = files.filter(({ output }) => output !== null);
  if (done.length === 0) throw new AppError("not-found", "The job has no results yet.");
  const { readable, controller } = createTarPacker();
  void (async () => {
    try {
      for (const { path } of done) {
        const { output } = await requireFile(workspace, job, path);
        const { body, bytes } = await openObject(workspace, output, signal);
        const entry = controller.add({ name: `${path}.out`, size: bytes, type: "file" });
        await (Readable.toWeb(body) as ReadableStream<Uint8Array>).pipeTo(entry);
      }
      controller.finalize();
    } catch (cause) {
      controller.error(cause);
    }
  })();
  return new Response(readable, { headers: headersFor(`${job.name}.tar`) });
}

function headersFor(name: string): Record<string, string> {
  const plain = name.replace(/[^a-zA-Z0-9._-]/g, "_");
  return {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}
