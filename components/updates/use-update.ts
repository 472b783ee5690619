"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { endpointKeys } from "@/lib/endpoints/queries";
import { AppError } from "@/lib/errors";
import { problemOf } from "@/lib/http/get-json";
import { operationKeys } from "@/lib/operations/queries";
import { operationPath } from "@/lib/operations/view";
import { workspaceApi, workspacePath } from "@/lib/routes";
import { returnToConfigAction, startUpdateAction, stopUpdateAction } from "@/lib/updates/actions";
import type { ReturnInput, UpdateInput } from "@/lib/updates/schema";
import type { UpdateReview } from "@/lib/updates/view";

/** Asks the server for the calls that a form stands for: only it knows what runs in full. */
export function useUpdateReview() {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: async (input: UpdateInput): Promise<UpdateReview> => {
      const path = workspaceApi(id, `/endpoints/${encodeURIComponent(input.endpointName)}/update-review`);
      const response = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      }).catch(() => {
        throw new AppError("unavailable", "The console could not be reached.", { hint: "Try again." });
      });
      if (!response.ok) throw await problemOf(response);
      return (await response.json()) as UpdateReview;
    },
  });
}

/** Begins an update and goes to its progress page. */
export function useStartUpdate() {
  const { id } = useWorkspace();
  const follow = useFollow();
  return useMutation({
    mutationFn: (input: UpdateInput) => startUpdateAction(id, input).then(unwrap),
    onSuccess: follow,
  });
}

/** Begins the way back to a configuration and goes to its progress page. */
export function useReturn() {
  const { id } = useWorkspace();
  const follow = useFollow();
  return useMutation({
    mutationFn: (input: ReturnInput) => returnToConfigAction(id, input).then(unwrap),
    onSuccess: follow,
  });
}

/** Lets an alarm take the running update back. */
export function useStopUpdate(endpointName: string) {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => stopUpdateAction(id, { endpointName }).then(unwrap),
    onSettled: () => queryClient.invalidateQueries({ queryKey: endpointKeys.all(id) }),
  });
}

function useFollow() {
  const { id } = useWorkspace();
  const router = useRouter();
  const queryClient = useQueryClient();
  return (operation: { id: string }) => {
    void queryClient.invalidateQueries({ queryKey: operationKeys.all(id) });
    // Read again when next shown: the form that sends must not start at what is changing now.
    void queryClient.invalidateQueries({ queryKey: endpointKeys.all(id), refetchType: "none" });
    router.push(workspacePath(id, operationPath(operation.id)));
  };
}
