"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { deleteTrainingJobAction, stopTrainingJobAction } from "@/lib/training/actions";
import { trainingKeys } from "@/lib/training/queries";

/** Stops a job; every list and page of jobs looks again. */
export function useStopJob() {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => stopTrainingJobAction(id, { name }).then(unwrap),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trainingKeys.all(id) }),
  });
}

/** Deletes a job that has ended. */
export function useDeleteJob() {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => deleteTrainingJobAction(id, { name }).then(unwrap),
    // Read again when next shown, not now: the page that asks would vanish before it could say what became of it.
    onSettled: () => queryClient.invalidateQueries({ queryKey: trainingKeys.all(id), refetchType: "none" }),
  });
}
