"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { removeMadeAction, retryOperationAction } from "@/lib/operations/actions";
import { operationKeys } from "@/lib/operations/queries";

/** Puts a failed operation to work again: another try, or taking back what it made. */
export function useRestartOperation(id: string) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (how: "retry" | "remove") => {
      const action = how === "retry" ? retryOperationAction : removeMadeAction;
      return action(workspace.id, { id }).then(unwrap);
    },
    onSuccess: (operation) => {
      queryClient.setQueryData(operationKeys.detail(workspace.id, id), operation);
      void queryClient.invalidateQueries({ queryKey: operationKeys.all(workspace.id) });
    },
  });
}
