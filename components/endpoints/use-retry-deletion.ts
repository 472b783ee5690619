"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { retryOperationAction } from "@/lib/operations/actions";
import { operationKeys } from "@/lib/operations/queries";

/** Tries a failed deletion again. */
export function useRetryDeletion(id: string) {
  const { id: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => retryOperationAction(workspace, { id }).then(unwrap),
    onSuccess: (operation) => client.setQueryData(operationKeys.detail(workspace, id), operation),
    onSettled: () => client.invalidateQueries({ queryKey: operationKeys.detail(workspace, id) }),
  });
}
