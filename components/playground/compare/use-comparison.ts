"use client";

import { useEffect, useRef, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import type { Problem } from "@/lib/errors";
import { type Answer, invoke } from "@/lib/inference/invoke";
import type { InferenceRequest } from "@/lib/inference/request";
import { callRow } from "@/lib/playground/call-row";
import { type CompareTarget, targetKey } from "@/lib/playground/compare";
import { newCallId } from "@/lib/playground/schema";
import { problemIn } from "@/lib/problem-in";

import { useHistory } from "../history/use-history";

export type Outcome = { request: InferenceRequest } & (
  | { state: "running"; startedAt: number; cancel: () => void }
  | { state: "answered"; answer: Answer }
  | { state: "failed"; problem: Problem }
  | { state: "cancelled" }
);

/** Asks several models the same at once; each can be cancelled, and fails, on its own. */
export function useComparison(task: string | null) {
  const { id: workspace } = useWorkspace();
  const history = useHistory();
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({});
  const running = useRef(new Set<AbortController>());

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers) controller.abort();
    };
  }, []);

  async function runOne(target: CompareTarget, request: InferenceRequest): Promise<void> {
    const controller = new AbortController();
    running.current.add(controller);
    const set = (outcome: Outcome) => setOutcomes((all) => ({ ...all, [targetKey(target)]: outcome }));
    const call = { id: newCallId(), at: new Date(), endpoint: target.endpoint, task, request };
    set({ state: "running", request, startedAt: Date.now(), cancel: () => controller.abort() });
    try {
      const answer = await invoke({ ...call, ...target, workspace, signal: controller.signal });
      history.add(callRow({ ...call, answer, problem: null }));
      set({ state: "answered", request, answer });
    } catch (cause) {
      if (controller.signal.aborted) return set({ state: "cancelled", request });
      const problem = problemIn(cause);
      history.add(callRow({ ...call, answer: null, problem: problem.message }));
      set({ state: "failed", request, problem });
    } finally {
      running.current.delete(controller);
    }
  }

  return {
    outcomes,
    isRunning: Object.values(outcomes).some(({ state }) => state === "running"),
    run: (targets: readonly CompareTarget[], request: InferenceRequest) => {
      for (const target of targets) void runOne(target, request);
    },
  };
}
