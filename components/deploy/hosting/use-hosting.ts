"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { startHostingAction } from "@/lib/deploy/hosting/actions";
import type { HostingInput } from "@/lib/deploy/hosting/schema";
import { operationKeys } from "@/lib/operations/queries";
import { operationPath } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";

/** Begins the making of the endpoint and goes to its progress page. */
export function useHosting() {
  const { id } = useWorkspace();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: HostingInput) => startHostingAction(id, input).then(unwrap),
    onSuccess: (operation) => {
      void queryClient.invalidateQueries({ queryKey: operationKeys.all(id) });
      router.push(workspacePath(id, operationPath(operation.id)));
    },
  });
}
