import "server-only";
import { HubApiError, modelInfo } from "@huggingface/hub";

import { modelFacts } from "./model-facts";
import type { HubModelInput } from "./schema";
import type { HubModel } from "./view";

/** Nobody waits longer for a suggestion. */
const LIMIT_MS = 3_000;

type Question = HubModelInput & { hubUrl: string; token: string | null; limitMs?: number };

/** Asks the Hub for a model's task and whether it can be read; a Hub that cannot be asked is an answer, not an error. */
export async function askHub({ hubUrl, id, revision, token, limitMs = LIMIT_MS }: Question): Promise<HubModel> {
  // The library refuses tokens of the old form, which the Hub no longer gives out.
  const accessToken = token?.startsWith("hf_") ? token : undefined;
  const withToken = accessToken !== undefined;
  try {
    const info = await modelInfo({
      name: id,
      revision: revision || "main",
      hubUrl,
      accessToken,
      additionalFields: ["config", "safetensors", "library_name"],
      fetch: (address, options) => fetch(address, { ...options, signal: AbortSignal.timeout(limitMs) }),
    });
    const isGated = Boolean(info.gated);
    return {
      state: "found",
      task: info.task ?? null,
      isGated,
      isPrivate: info.private,
      withToken,
      ...modelFacts(info),
    };
  } catch (cause) {
    if (cause instanceof HubApiError) return meaningOf(cause, withToken);
    const isTooSlow = cause instanceof DOMException && cause.name === "TimeoutError";
    return { state: "unknown", reason: isTooSlow ? "too-slow" : "unreachable" };
  }
}

// The Hub answers 401 both for what is private and for what is not there, so that names stay secret.
function meaningOf({ statusCode, data }: HubApiError, withToken: boolean): HubModel {
  // "Invalid rev id: v9" and the like; the error's own message holds the address too, which always says "revision".
  const isRevision = /\brev(ision)?\b/i.test(String(data?.error ?? ""));
  if (statusCode === 404) return { state: isRevision ? "no-revision" : "missing", withToken };
  if (statusCode === 401 || statusCode === 403) return { state: "hidden", withToken };
  return { state: "unknown", reason: "refused" };
}
