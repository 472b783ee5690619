"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { dismissOperationAction, removeMadeAction, retryOperationAction } from "@/lib/operations/actions";
import { operationKeys } from "@/lib/operations/queries";

const ACTIONS = { retry: retryOperationAction, remove: removeMadeAction, dismiss: dismissOperationAction };

/** The ways on from a failed operation: another try, taking back what it made, or leaving it as it is. */
export function useRestartOperation(id: string) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (how: keyof typeof ACTIONS) => ACTIONS[how](workspace.id, { id }).then(unwrap),
    onSuccess: (operation) => {
      queryClient.setQueryData(operationKeys.detail(workspace.id, id), operation);
      void queryClient.invalidateQueries({ queryKey: operationKeys.all(workspace.id) });
    },
  });
}
