import { AppError } from "@/lib/errors";
import type { CallOptions } from "../call-options";
import { invoke } from "../invoke";
import type { InferenceRequest } from "../request";
import { type StreamedPiece, streamInvocation } from "../stream/stream-invocation";
import { answerReader } from "./answer-reader";
import { type AnswerFacts, NO_FACTS } from "./conversation";
import type { Delta } from "./delta";

/** What has come of an answer. */
export type AnswerProgress = {
  content: string;
  /** What the model thought before, where the container tells it apart. */
  reasoning: string;
  raw: string;
  contentType: string;
  facts: AnswerFacts;
  /** When the console's server sent it; left out until it is told. */
  calledAt?: string | undefined;
  /** Milliseconds that SageMaker and the model took; null until the end. */
  endpointMs: number | null;
};

type Call = {
  workspace: string;
  endpoint: string;
  request: InferenceRequest;
  /** For the history: see `newCallId`. */
  id: string;
  task: string | null;
  /** What else SageMaker is told. */
  options?: CallOptions;
  /** Whether the container is asked for pieces. */
  isStreamed: boolean;
  signal: AbortSignal;
};

/**
 * Asks a container and tells all that has come whenever more has. Throws an `AppError` when it failed, or an AbortError
 * when it was stopped; what was told before stays true.
 */
export async function runAnswer(call: Call, onProgress: (progress: AnswerProgress) => void): Promise<AnswerProgress> {
  const startedAt = performance.now();
  const reader = answerReader();
  const progress: AnswerProgress = {
    content: "",
    reasoning: "",
    raw: "",
    contentType: "",
    endpointMs: null,
    facts: { ...NO_FACTS },
  };
  const { facts } = progress;
  let failure: string | null = null;

  function take(deltas: Delta[]): void {
    for (const delta of deltas) {
      if (delta.kind === "text" || delta.kind === "reasoning") {
        if (call.isStreamed) facts.firstTextMs ??= performance.now() - startedAt;
        facts.pieces += 1;
        progress[delta.kind === "text" ? "content" : "reasoning"] += delta.text;
      } else if (delta.kind === "usage") {
        facts.promptTokens = delta.promptTokens ?? facts.promptTokens;
        facts.answerTokens = delta.answerTokens ?? facts.answerTokens;
      } else if (delta.kind === "finish") facts.finishReason = delta.reason;
      else failure ??= delta.message;
    }
    facts.totalMs = performance.now() - startedAt;
    onProgress({ ...progress, facts: { ...facts } });
  }

  for await (const piece of pieces(call)) {
    if ("start" in piece) {
      Object.assign(facts, { variant: piece.start.variant, requestId: piece.start.requestId });
      progress.contentType = piece.start.contentType;
      progress.calledAt = piece.start.calledAt;
    } else if ("end" in piece) progress.endpointMs = piece.end.latencyMs;
    else {
      progress.raw += piece.text;
      take(reader.push(piece.text));
    }
  }
  take(reader.end());
  if (failure !== null) throw containerGaveUp(failure, facts.requestId);
  return progress;
}

async function* pieces({ isStreamed, ...call }: Call): AsyncGenerator<StreamedPiece, void> {
  if (isStreamed) return yield* streamInvocation(call);
  const { body, contentType, bytesOut, endpointMs, variant, requestId } = await invoke(call);
  yield { start: { contentType, variant, requestId } };
  yield { text: body };
  yield { end: { latencyMs: endpointMs ?? 0, bytes: bytesOut } };
}

function containerGaveUp(message: string, requestId: string | null): AppError {
  return new AppError("unavailable", "The container stopped with an error.", {
    hint: "Its log says more. Run it again; if it stops each time, ask for a shorter answer.",
    requestId: requestId ?? undefined,
    detail: { container: { status: null, type: null, message } },
  });
}
