"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { startDeployAction } from "@/lib/deploy/actions";
import type { DeployInput } from "@/lib/deploy/schema";
import { operationKeys } from "@/lib/operations/queries";
import { operationPath } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";

/** Begins the deploy and goes to its progress page. */
export function useDeploy() {
  const workspace = useWorkspace();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: DeployInput) => startDeployAction(workspace.id, input).then(unwrap),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: operationKeys.all(workspace.id) });
      router.push(workspacePath(workspace.id, operationPath(id)));
    },
  });
}
