import type { Problem } from "@/lib/errors";
import { type AnswerFacts, type AssistantMessage, withChange } from "@/lib/inference/chat/conversation";
import { type AnswerProgress, runAnswer } from "@/lib/inference/chat/run-answer";
import type { InferenceRequest } from "@/lib/inference/request";
import { drawSoon } from "@/lib/inference/stream/draw-soon";
import { problemIn } from "@/lib/problem-in";

import type { ChatStore } from "./chat-store";

type Ask = Omit<Parameters<typeof runAnswer>[0], "signal"> & { answerId: string };

/** How it ended; null: it was stopped. */
export type Ending = { facts: AnswerFacts | null; problem: Problem | null } | null;

/** Fills an answer with what the container says, piece by piece. Ends well whatever happens: the answer says what did. */
export async function answerQuestion(store: ChatStore, { answerId, ...call }: Ask): Promise<Ending> {
  const controller = new AbortController();
  store.running = controller;
  let latest: AnswerProgress | null = null;

  function draw(change: Partial<AssistantMessage> = {}): void {
    store.update((chat) => ({
      ...chat,
      conversation: withChange(chat.conversation, answerId, { ...said(latest, call.request), ...change }),
    }));
  }
  const drawing = drawSoon(draw);

  function end(change: Partial<AssistantMessage>): void {
    drawing.cancel();
    store.running = null;
    draw(change);
  }

  try {
    await runAnswer({ ...call, signal: controller.signal }, (progress) => {
      latest = progress;
      drawing.soon();
    });
    end({ status: "done" });
    return { facts: factsOf(latest), problem: null };
  } catch (cause) {
    if (controller.signal.aborted) {
      end({ status: "stopped" });
      return null;
    }
    const problem = problemIn(cause);
    end({ status: "failed", problem });
    return { facts: factsOf(latest), problem };
  }
}

function said(progress: AnswerProgress | null, { body }: InferenceRequest): Partial<AssistantMessage> {
  if (!progress) return {};
  const { content, reasoning, facts, raw } = progress;
  const request = typeof body === "string" ? body : "";
  return { content, ...(reasoning ? { reasoning } : {}), facts, raw: { request, answer: raw } };
}

function factsOf(progress: AnswerProgress | null): AnswerFacts | null {
  return progress?.facts ?? null;
}
