import "server-only";
import type { Member } from "@/lib/auth/member";
import { toAppError } from "@/lib/aws/errors";
import { putObject } from "@/lib/aws/s3/put-object";
import { invokeEndpointAsync } from "@/lib/aws/sagemaker-runtime/invoke-endpoint-async";
import { database } from "@/lib/db/database";
import { AppError } from "@/lib/errors";
import { callTitle } from "@/lib/playground/call-title";
import { keepBody } from "@/lib/playground/kept-body";
import type { KeptBody } from "@/lib/playground/view";
import { MASK } from "@/lib/secrets/mask";
import { uploadBucket } from "@/lib/uploads/service";
import type { Workspace } from "@/lib/workspaces/view";

import { inTurn } from "./in-turn";
import { wakeLooker } from "./looker";
import { MAX_INLINE_BYTES, type SendAsyncInput } from "./request-schema";
import { readRecord } from "./requests";

export type Owner = { workspace: Workspace; member: Member };
type Payload = { body: Uint8Array; contentType: string };

/**
 * Sends a request and keeps it in the inbox. It is written down before it is sent, so that a console that is killed in
 * between does not lose sight of it; sent twice with one id it is sent once.
 */
export async function sendAsync(owner: Owner, input: SendAsyncInput, payload: Payload | null): Promise<{ id: string }> {
  const { workspace, member } = owner;
  const db = await database();
  const kept = payload && keepBody(payload.body, payload.contentType);
  const inputUri = input.inputUri ?? null;
  if ((payload === null) === (inputUri === null)) {
    throw new AppError("invalid", "Give either a payload or the address of one in S3.");
  }
  const added = await db
    .insertInto("async_requests")
    .values({
      id: input.id,
      workspace_id: workspace.id,
      member_id: member.id,
      member_name: member.name,
      at: new Date().toISOString(),
      endpoint: input.endpoint,
      task: input.task ?? null,
      title: input.fileName || inputUri || (kept ? callTitle(kept) : ""),
      content_type: payload?.contentType.slice(0, 200) ?? "",
      state: "sending",
      input_uri: inputUri,
      request_json: kept && JSON.stringify(kept),
      output_uri: null,
      failure_uri: null,
      ttl_seconds: input.ttlSeconds ?? null,
      timeout_seconds: input.timeoutSeconds ?? null,
      answer_json: null,
      problem: null,
      problem_json: null,
      finished_at: null,
      looks: 0,
      next_look_at: null,
    })
    .onConflict((on) => on.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return { id: (await readRecord(owner, input.id)).id };
  try {
    await handOverInTurn(() => handOver(owner, input, payload));
  } catch (cause) {
    await keepFailure(input.id, cause);
    throw cause;
  }
  wakeLooker();
  return { id: input.id };
}

/** So many are handed over at once: a crowd must not take the connections of those who wait for an answer. */
const handOverInTurn = inTurn(24);

async function handOver({ workspace }: Owner, input: SendAsyncInput, payload: Payload | null): Promise<void> {
  const uri =
    input.inputUri ??
    (payload && payload.body.byteLength > MAX_INLINE_BYTES ? await upload(workspace, input, payload) : null);
  const accepted = await invokeEndpointAsync(workspace, input.endpoint, {
    inferenceId: input.id,
    contentType: payload?.contentType ?? null,
    accept: "application/json",
    input: uri === null ? { body: payload?.body ?? new Uint8Array() } : { uri },
    ttlSeconds: input.ttlSeconds ?? null,
    timeoutSeconds: input.timeoutSeconds ?? null,
  });
  const db = await database();
  await db
    .updateTable("async_requests")
    .set({
      state: "queued",
      input_uri: uri,
      output_uri: accepted.outputUri,
      failure_uri: accepted.failureUri,
      next_look_at: new Date(Date.now() + FIRST_LOOK_MS).toISOString(),
    })
    .where("id", "=", input.id)
    .execute();
}

/** The fastest models answer within a second. */
const FIRST_LOOK_MS = 1_000;

/** Beside the inputs of the Python SDK's asynchronous predictor. */
async function upload(workspace: Workspace, input: SendAsyncInput, { body, contentType }: Payload): Promise<string> {
  const bucket = await uploadBucket(workspace);
  const key = `async-endpoint-inputs/${input.endpoint}/${input.id}`;
  await putObject(workspace, { bucket, key }, body, contentType);
  return `s3://${bucket}/${key}`;
}

async function keepFailure(id: string, cause: unknown): Promise<void> {
  const { problem } = toAppError(cause);
  const db = await database();
  await db
    .updateTable("async_requests")
    .set({
      state: "failed",
      problem: problem.message.slice(0, 500),
      problem_json: JSON.stringify(problem),
      finished_at: new Date().toISOString(),
    })
    .where("id", "=", id)
    .execute();
}

/** Sends a request of the inbox again, as one of its own. */
export async function resendAsync(owner: Owner, { id, newId }: { id: string; newId: string }): Promise<{ id: string }> {
  const before = await readRecord(owner, id);
  const payload = before.input_uri === null ? payloadOf(before.request_json, before.content_type) : null;
  const input: SendAsyncInput = {
    id: newId,
    endpoint: before.endpoint,
    inputUri: before.input_uri ?? undefined,
    fileName: before.input_uri === before.title ? undefined : before.title,
    task: before.task ?? undefined,
    ttlSeconds: before.ttl_seconds ?? undefined,
    timeoutSeconds: before.timeout_seconds ?? undefined,
  };
  return sendAsync(owner, input, payload);
}

function payloadOf(json: string | null, contentType: string): Payload {
  const kept = json === null ? null : (JSON.parse(json) as KeptBody);
  const isHidden = kept?.text?.includes(MASK) ?? false;
  if (kept?.text != null && !isHidden) return { body: new TextEncoder().encode(kept.text), contentType };
  if (kept?.base64 != null) return { body: Buffer.from(kept.base64, "base64"), contentType };
  throw new AppError("conflict", "What was sent was not kept whole.", {
    hint: isHidden ? "It held what looked like a secret. Put it in again." : "It was too large. Choose the file again.",
  });
}
