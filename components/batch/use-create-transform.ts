"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { operationPath } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";
import { createTransformJobAction } from "@/lib/transform/actions";
import { transformKeys } from "@/lib/transform/queries";
import type { TransformInput } from "@/lib/transform/schema";

/** Makes model and job and goes to the job's page, or to the operation's while it is not made. */
export function useCreateTransform() {
  const { id } = useWorkspace();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: TransformInput) => createTransformJobAction(id, input).then(unwrap),
    onSuccess: ({ operationId, jobName, isMade }) => {
      void queryClient.invalidateQueries({ queryKey: transformKeys.all(id) });
      router.push(workspacePath(id, isMade ? `/batch/${encodeURIComponent(jobName)}` : operationPath(operationId)));
    },
  });
}
