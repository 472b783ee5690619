import "server-only";
import { database } from "@/lib/db/database";
import { keepBody } from "@/lib/playground/kept-body";
import type { Workspace } from "@/lib/workspaces/view";

import { readText } from "./read-text";
import type { AsyncDetail } from "./request-view";
import { readRecord, toDetail, type Viewer } from "./requests";

/** A larger answer is read from S3 each time that it is shown. */
const KEPT = { textBytes: 5 * 1024 * 1024, fileBytes: 0 };

/**
 * A request with its answer. The answer is read from S3 when it is first shown, and kept where it is small: however many
 * people look, S3 is asked once.
 */
export async function readAsyncRequest(viewer: Viewer & { workspace: Workspace }, id: string): Promise<AsyncDetail> {
  const row = await readRecord(viewer, id);
  const detail = toDetail(row);
  if (row.state !== "done" || detail.answer || !row.output_uri) return detail;
  const read = await readText(viewer.workspace, row.output_uri);
  if (!read) return detail;
  const answer = keepBody(read.body, "application/json", KEPT);
  if (answer.bytes <= MAX_KEPT_BYTES) {
    const db = await database();
    await db
      .updateTable("async_requests")
      .set({ answer_json: JSON.stringify(answer) })
      .where("id", "=", id)
      .execute();
  }
  return { ...detail, answer };
}

const MAX_KEPT_BYTES = 128 * 1024;
