import { type AnswerProgress, runAnswer } from "../chat/run-answer";
import type { Answer } from "../invoke";
import { bodyBytes } from "../request";

type Call = Omit<Parameters<typeof runAnswer>[0], "isStreamed">;

/** Sends one request and tells what has come of its answer whenever more has; throws what `runAnswer` does. */
export async function streamAnswer(call: Call, onProgress: (progress: AnswerProgress) => void): Promise<Answer> {
  const { raw, contentType, facts, endpointMs, calledAt } = await runAnswer({ ...call, isStreamed: true }, onProgress);
  return {
    body: raw,
    contentType,
    bytesIn: bodyBytes(call.request.body),
    bytesOut: bodyBytes(raw),
    roundTripMs: facts.totalMs,
    endpointMs,
    variant: facts.variant,
    requestId: facts.requestId,
    calledAt,
    stream: facts,
  };
}
