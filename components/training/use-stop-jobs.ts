"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import type { Problem } from "@/lib/errors";
import { problemIn } from "@/lib/problem-in";
import { stopTrainingJobAction } from "@/lib/training/actions";
import { trainingKeys } from "@/lib/training/queries";

export type StopOutcome = { state: "stopping" } | { state: "asked" } | { state: "refused"; problem: Problem };

/** Stops several jobs one after the other, each an action of its own with its own line in the activity. */
export function useStopJobs() {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  const [outcomes, setOutcomes] = useState<Record<string, StopOutcome>>({});
  const put = (name: string, outcome: StopOutcome) => setOutcomes((all) => ({ ...all, [name]: outcome }));

  /** True for each name that was stopped. */
  async function stop(names: readonly string[]): Promise<boolean[]> {
    const stopped: boolean[] = [];
    for (const name of names) {
      put(name, { state: "stopping" });
      try {
        await stopTrainingJobAction(id, { name }).then(unwrap);
        put(name, { state: "asked" });
        stopped.push(true);
      } catch (cause) {
        put(name, { state: "refused", problem: problemIn(cause) });
        stopped.push(false);
      }
    }
    await queryClient.invalidateQueries({ queryKey: trainingKeys.all(id) });
    return stopped;
  }

  return {
    outcomes,
    isStopping: Object.values(outcomes).some(({ state }) => state === "stopping"),
    stop,
    reset: () => setOutcomes({}),
  };
}
