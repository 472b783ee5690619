import type { Problem } from "@/lib/errors";
import { type AnswerFacts, type AssistantMessage, withChange } from "@/lib/inference/chat/conversation";
import { type AnswerProgress, runAnswer } from "@/lib/inference/chat/run-answer";
import type { InferenceRequest } from "@/lib/inference/request";
import { problemIn } from "@/lib/problem-in";

import type { ChatStore } from "./chat-store";

/** Drawing more often than this costs more than an eye can follow. */
const DRAW_EVERY_MS = 40;

type Ask = Omit<Parameters<typeof runAnswer>[0], "signal"> & { answerId: string };

/** How it ended; null: it was stopped. */
export type Ending = { facts: AnswerFacts | null; problem: Problem | null } | null;

/** Fills an answer with what the container says, piece by piece. Ends well whatever happens: the answer says what did. */
export async function answerQuestion(store: ChatStore, { answerId, ...call }: Ask): Promise<Ending> {
  const controller = new AbortController();
  store.running = controller;
  let latest: AnswerProgress | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function draw(change: Partial<AssistantMessage> = {}): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const said = latest && { content: latest.content, facts: latest.facts };
    const raw = latest && { request: requestText(call.request), answer: latest.raw };
    store.update((chat) => ({
      ...chat,
      conversation: withChange(chat.conversation, answerId, { ...said, ...(raw ? { raw } : {}), ...change }),
    }));
  }

  function end(change: Partial<AssistantMessage>): void {
    store.running = null;
    draw(change);
  }

  try {
    await runAnswer({ ...call, signal: controller.signal }, (progress) => {
      latest = progress;
      timer ??= setTimeout(draw, DRAW_EVERY_MS);
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

function factsOf(progress: AnswerProgress | null): AnswerFacts | null {
  return progress?.facts ?? null;
}

function requestText({ body }: InferenceRequest): string {
  return typeof body === "string" ? body : "";
}
