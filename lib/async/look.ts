import "server-only";
import { objectExists } from "@/lib/aws/s3/object-exists";
import { database } from "@/lib/db/database";
import type { Problem } from "@/lib/errors";
import { parseS3Uri } from "@/lib/own-code/places";
import { hideTokens } from "@/lib/secrets/hide-tokens";
import type { Workspace } from "@/lib/workspaces/view";

import { readFailure } from "./failure";
import { readText } from "./read-text";
import type { AsyncRecord } from "./requests";

/** SageMaker's defaults: six hours in the queue, fifteen minutes in the container. */
const DEFAULT_TTL_SECONDS = 21_600;
const DEFAULT_TIMEOUT_SECONDS = 900;
/** The clock of SageMaker is not ours, and the objects take a moment. */
const SLACK_MS = 120_000;

/** Looks whether a request was answered or failed, and writes it down; the answer is how many calls that took. */
export async function lookAt(workspace: Workspace, row: AsyncRecord, now: number): Promise<number> {
  if (row.output_uri && (await objectExists(workspace, parseS3Uri(row.output_uri)))) {
    await finish(row.id, "done", null);
    return 1;
  }
  if (row.failure_uri && (await objectExists(workspace, parseS3Uri(row.failure_uri)))) {
    const text = await readText(workspace, row.failure_uri);
    const { state, problem } = readFailure(text?.text ?? "");
    await finish(row.id, state, problem);
    return 3;
  }
  if (now > lastMoment(row)) await finish(row.id, "expired", NEVER_ANSWERED);
  return row.failure_uri ? 2 : 1;
}

function lastMoment(row: AsyncRecord): number {
  const seconds = (row.ttl_seconds ?? DEFAULT_TTL_SECONDS) + (row.timeout_seconds ?? DEFAULT_TIMEOUT_SECONDS);
  return Date.parse(row.at) + seconds * 1000 + SLACK_MS;
}

const NEVER_ANSWERED: Problem = {
  code: "unavailable",
  message: "No answer came within the request's time to live and time-out.",
  hint: "Look whether the endpoint has instances, and at its logs; then send it again.",
};

async function finish(id: string, state: "done" | "failed" | "expired", problem: Problem | null): Promise<void> {
  const db = await database();
  await db
    .updateTable("async_requests")
    .set({
      state,
      problem: problem && hideTokens(problem.message).slice(0, 500),
      problem_json: problem && hideTokens(JSON.stringify(problem)),
      finished_at: new Date().toISOString(),
      next_look_at: null,
    })
    .where("id", "=", id)
    .where("state", "=", "queued")
    .execute();
}
