import { AppError } from "@/lib/errors";
import { invoke } from "../invoke";
import type { InferenceRequest } from "../request";
import { streamInvocation } from "../stream/stream-invocation";
import { answerReader } from "./answer-reader";
import type { AnswerFacts } from "./conversation";
import type { Delta } from "./delta";

export type AnswerProgress = { content: string; raw: string; facts: AnswerFacts };

type Call = {
  workspace: string;
  endpoint: string;
  request: InferenceRequest;
  /** For the history: see `newCallId`. */
  id: string;
  task: string | null;
  /** Whether the container is asked for pieces. */
  isStreamed: boolean;
  signal: AbortSignal;
};

/**
 * Asks a container and tells all that has come whenever more has. Throws an `AppError` when it failed, or an AbortError
 * when it was stopped; what was told before stays true.
 */
export async function runAnswer(call: Call, onProgress: (progress: AnswerProgress) => void): Promise<void> {
  const startedAt = performance.now();
  const reader = answerReader();
  const progress: AnswerProgress = {
    content: "",
    raw: "",
    facts: {
      firstTextMs: null,
      totalMs: null,
      pieces: 0,
      promptTokens: null,
      answerTokens: null,
      finishReason: null,
      variant: null,
      requestId: null,
    },
  };
  const { facts } = progress;
  let failure: string | null = null;

  function take(deltas: Delta[]): void {
    for (const delta of deltas) {
      if (delta.kind === "text") {
        if (call.isStreamed) facts.firstTextMs ??= performance.now() - startedAt;
        facts.pieces += 1;
        progress.content += delta.text;
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
    if ("facts" in piece) Object.assign(facts, piece.facts);
    else {
      progress.raw += piece.text;
      take(reader.push(piece.text));
    }
  }
  take(reader.end());
  if (failure !== null) throw containerGaveUp(failure, facts.requestId);
}

type Piece = { facts: Pick<AnswerFacts, "variant" | "requestId"> } | { text: string };

async function* pieces({ isStreamed, ...call }: Call): AsyncGenerator<Piece, void> {
  if (!isStreamed) {
    const { body, variant, requestId } = await invoke(call);
    yield { facts: { variant, requestId } };
    yield { text: body };
    return;
  }
  for await (const frame of streamInvocation(call)) {
    if ("start" in frame) yield { facts: { variant: frame.start.variant, requestId: frame.start.requestId } };
    else if ("text" in frame) yield frame;
  }
}

function containerGaveUp(message: string, requestId: string | null): AppError {
  return new AppError("unavailable", "The container stopped with an error.", {
    hint: "Its log says more. Run it again; if it stops each time, ask for a shorter answer.",
    requestId: requestId ?? undefined,
    detail: { container: { status: null, type: null, message } },
  });
}
