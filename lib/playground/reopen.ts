import type { Task } from "@/catalog/tasks/schema";
import { type Draft, draftFromBody, newDraft } from "@/lib/inference/draft";
import { fromBase64 } from "@/lib/inference/inputs/base64";
import type { Answer } from "@/lib/inference/invoke";
import type { InferenceRequest } from "@/lib/inference/request";

import type { KeptBody, KeptCall } from "./view";

/** A body as it was sent; null when it was too large to keep. */
export function sentBody({ contentType, text, base64 }: KeptBody): string | Blob | null {
  if (text !== null) return text;
  return base64 === null ? null : new Blob([fromBase64(base64) ?? ""], { type: contentType });
}

/** The request of a call of the past; null when it was too large to keep. */
export function sentRequest(kept: KeptBody): InferenceRequest | null {
  const body = sentBody(kept);
  return body === null ? null : { body, contentType: kept.contentType, accept: "application/json" };
}

/** The answer of a call of the past, as it is drawn; null when there was none and when it was too large to keep. */
export function keptAnswer({ at, answer, request, latencyMs, variant, requestId }: KeptCall): Answer | null {
  if (!answer) return null;
  const body =
    answer.text ?? (answer.base64 === null ? null : new TextDecoder().decode(fromBase64(answer.base64) ?? undefined));
  if (body === null) return null;
  return {
    body,
    contentType: answer.contentType,
    bytesIn: request.bytes,
    bytesOut: answer.bytes,
    roundTripMs: null,
    endpointMs: latencyMs,
    variant,
    requestId,
    calledAt: at,
  };
}

/** The form as it stood for a body; null where neither form nor JSON can show it. */
export function draftOfBody(task: Task | null, { contentType, text, base64 }: KeptBody): Draft | null {
  if (text !== null) return isJson(text) ? draftFromBody(task, text) : null;
  if (base64 === null || (task?.inputKind !== "image" && task?.inputKind !== "audio")) return null;
  const blob = new Blob([fromBase64(base64) ?? ""], { type: contentType });
  const media = { source: "file" as const, name: "", type: contentType, blob, base64 };
  return {
    ...newDraft(task, null),
    parameters: {},
    input: { kind: task.inputKind, value: { media } },
    isTouched: true,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
