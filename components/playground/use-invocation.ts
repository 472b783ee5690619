"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import type { CallOptions } from "@/lib/inference/call-options";
import type { AnswerProgress } from "@/lib/inference/chat/run-answer";
import { type Answer, invoke } from "@/lib/inference/invoke";
import type { InferenceRequest } from "@/lib/inference/request";
import { asksForStream } from "@/lib/inference/stream/asks-for-stream";
import { drawSoon } from "@/lib/inference/stream/draw-soon";
import { streamAnswer } from "@/lib/inference/stream/stream-answer";
import { callRow } from "@/lib/playground/call-row";
import { newCallId } from "@/lib/playground/schema";
import { problemIn } from "@/lib/problem-in";

import { useHistory } from "./history/use-history";

export type Call = { id: string; at: Date; request: InferenceRequest; task: string | null; options?: CallOptions };

/**
 * Sends requests to an endpoint one at a time and lets them be cancelled; the history gets each that was not. What has
 * come of a stream is there while it runs, and stays when it breaks off.
 */
export function useInvocation(endpoint: string) {
  const { id: workspace } = useWorkspace();
  const history = useHistory();
  const controller = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<AnswerProgress | null>(null);

  const mutation = useMutation<Answer, Error, Call>({
    mutationFn: async ({ at: _at, ...sent }) => {
      const own = new AbortController();
      controller.current = own;
      setProgress(null);
      const call = { ...sent, workspace, endpoint, signal: own.signal };
      if (!asksForStream(call.request)) return invoke(call);
      let latest: AnswerProgress | null = null;
      const show = () => setProgress(latest);
      const drawing = drawSoon(show);
      try {
        return await streamAnswer(call, (now) => {
          latest = { ...now };
          drawing.soon();
        });
      } finally {
        drawing.cancel();
        if (controller.current === own) show();
      }
    },
    onSettled: (answer, error, call) => {
      if (isAbort(error)) return;
      history.add(
        callRow({ ...call, endpoint, answer: answer ?? null, problem: error ? problemIn(error).message : null }),
      );
    },
  });

  return {
    run: (call: Omit<Call, "id" | "at">) => mutation.mutate({ ...call, id: newCallId(), at: new Date() }),
    cancel: () => controller.current?.abort(),
    reset: () => {
      setProgress(null);
      mutation.reset();
    },
    isRunning: mutation.isPending,
    startedAt: mutation.submittedAt,
    call: mutation.variables ?? null,
    answer: mutation.data ?? null,
    /** What has come of a streamed answer; null: nothing yet, or it is none. */
    progress,
    isCancelled: isAbort(mutation.error),
    problem: mutation.error && !isAbort(mutation.error) ? problemIn(mutation.error) : null,
  };
}

function isAbort(error: Error | null): boolean {
  return error?.name === "AbortError";
}
