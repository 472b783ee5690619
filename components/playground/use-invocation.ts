"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import type { CallOptions } from "@/lib/inference/call-options";
import { type Answer, invoke } from "@/lib/inference/invoke";
import type { InferenceRequest } from "@/lib/inference/request";
import { callRow } from "@/lib/playground/call-row";
import { newCallId } from "@/lib/playground/schema";
import { problemIn } from "@/lib/problem-in";

import { useHistory } from "./history/use-history";

export type Call = { id: string; at: Date; request: InferenceRequest; task: string | null; options?: CallOptions };

/** Sends requests to an endpoint one at a time and lets them be cancelled; the history gets each that was not. */
export function useInvocation(endpoint: string) {
  const { id: workspace } = useWorkspace();
  const history = useHistory();
  const controller = useRef<AbortController | null>(null);

  const mutation = useMutation<Answer, Error, Call>({
    mutationFn: ({ id, request, task, options }) => {
      controller.current = new AbortController();
      return invoke({ workspace, endpoint, options, request, id, task, signal: controller.current.signal });
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
    reset: mutation.reset,
    isRunning: mutation.isPending,
    startedAt: mutation.submittedAt,
    call: mutation.variables ?? null,
    answer: mutation.data ?? null,
    isCancelled: isAbort(mutation.error),
    problem: mutation.error && !isAbort(mutation.error) ? problemIn(mutation.error) : null,
  };
}

function isAbort(error: Error | null): boolean {
  return error?.name === "AbortError";
}
