"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { stopTransformJobAction } from "@/lib/transform/actions";
import { transformKeys } from "@/lib/transform/queries";

/** Stops a job; every list and page of jobs looks again. */
export function useStopTransform() {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => stopTransformJobAction(id, { name }).then(unwrap),
    onSettled: () => queryClient.invalidateQueries({ queryKey: transformKeys.all(id) }),
  });
}
