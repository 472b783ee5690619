"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { type Answer, invoke } from "@/lib/inference/invoke";
import type { InferenceRequest } from "@/lib/inference/request";
import { problemIn } from "@/lib/problem-in";

import { useHistory } from "./history/use-history";

export type Call = { request: InferenceRequest; task: string | null };

/** Sends requests to an endpoint one at a time, lets them be cancelled, and keeps them in the session's history. */
export function useInvocation(endpoint: string) {
  const { id: workspace } = useWorkspace();
  const history = useHistory(workspace);
  const controller = useRef<AbortController | null>(null);

  const mutation = useMutation<Answer, Error, Call>({
    mutationFn: ({ request }) => {
      controller.current = new AbortController();
      return invoke({ workspace, endpoint, request, signal: controller.current.signal });
    },
    onSettled: (answer, error, { request: { body }, task }) => {
      if (isAbort(error) || typeof body !== "string") return;
      history.add({
        id: crypto.randomUUID?.() ?? String(Math.random()),
        at: new Date().toISOString(),
        endpoint,
        task,
        body,
        answer: answer ?? null,
        problem: error ? problemIn(error).message : null,
      });
    },
  });

  return {
    run: mutation.mutate,
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
