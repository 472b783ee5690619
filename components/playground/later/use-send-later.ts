"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { asyncKeys } from "@/lib/async/queries";
import { sendRequest } from "@/lib/async/send-request";
import { newRequestId } from "@/lib/deploy/request-id";
import type { InferenceRequest } from "@/lib/inference/request";
import { problemIn } from "@/lib/problem-in";

type Later = { request: InferenceRequest; task: string | null };

/** Sends requests to an asynchronous endpoint; the inbox keeps each with its answer. */
export function useSendLater(endpoint: string) {
  const { id: workspace } = useWorkspace();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ request: { body, contentType }, task }: Later) =>
      sendRequest(workspace, { id: newRequestId(), endpoint, task: task ?? undefined, body, contentType }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: asyncKeys.all(workspace) }),
  });
  return {
    send: (later: Later) => mutation.mutate(later),
    isSending: mutation.isPending,
    sent: mutation.data && mutation.variables ? { id: mutation.data.id, ...mutation.variables } : null,
    problem: mutation.error ? problemIn(mutation.error) : null,
  };
}
