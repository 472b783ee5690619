"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { asyncKeys } from "@/lib/async/queries";
import { type NewRequest, sendAll, sendRequest } from "@/lib/async/send-request";
import type { Problem } from "@/lib/errors";
import { problemIn } from "@/lib/problem-in";

/** A browser keeps six connections to a server, and the list wants one. */
const AT_ONCE = 4;

export type SendProgress = { total: number; ended: number; failed: { name: string; problem: Problem }[] };

/** Sends one or many requests, a few at a time, and tells how far it is. */
export function useSendRequests() {
  const { id: workspace } = useWorkspace();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const mutation = useMutation({
    mutationFn: async (requests: NewRequest[]) => {
      let now: SendProgress = { total: requests.length, ended: 0, failed: [] };
      setProgress(now);
      await sendAll(
        requests,
        AT_ONCE,
        (request) => sendRequest(workspace, request),
        (request, error) => {
          const name = request.fileName ?? ("inputUri" in request ? request.inputUri : "The request");
          const failed = error ? [...now.failed, { name, problem: problemIn(error) }] : now.failed;
          now = { ...now, ended: now.ended + 1, failed };
          setProgress(now);
        },
      );
      return now;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: asyncKeys.all(workspace) }),
  });
  return { send: mutation.mutateAsync, isSending: mutation.isPending, progress };
}
