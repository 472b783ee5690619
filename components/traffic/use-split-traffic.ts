"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { endpointKeys } from "@/lib/endpoints/queries";
import { operationKeys, operationQueries } from "@/lib/operations/queries";
import { splitTrafficAction } from "@/lib/traffic/actions";
import type { CapacityRequest } from "@/lib/traffic/requests";
import type { VariantWish } from "@/lib/traffic/schema";

type Reviewed = { wish: readonly VariantWish[]; requests: readonly CapacityRequest[] };

/** Sends a reviewed change of an endpoint's traffic, and follows it, also one that somebody else began. */
export function useSplitTraffic(endpoint: string) {
  const { id: workspace } = useWorkspace();
  const queryClient = useQueryClient();
  const [sent, setSent] = useState<string | null>(null);
  const unfinished = useQuery(operationQueries.unfinished(workspace));
  const others = unfinished.data?.find(
    ({ kind, summary }) => kind === "split-traffic" && summary.endpointName === endpoint,
  );
  const followed = sent ?? others?.id ?? "";
  const operation = useQuery({ ...operationQueries.detail(workspace, followed), enabled: followed !== "" });
  const mutation = useMutation({
    mutationFn: ({ wish, requests }: Reviewed) =>
      splitTrafficAction(workspace, {
        id: crypto.randomUUID(),
        endpoint,
        wish: [...wish],
        reviewed: JSON.stringify(requests),
      }).then(unwrap),
    onSuccess: ({ id }) => setSent(id),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: operationKeys.unfinished(workspace) });
      void queryClient.invalidateQueries({ queryKey: endpointKeys.detail(workspace, endpoint) });
    },
  });
  const changedAt = operation.data?.updatedAt;
  useEffect(() => {
    // The endpoint changes when the operation gets on, and nobody else would look at it before that.
    if (changedAt) void queryClient.invalidateQueries({ queryKey: endpointKeys.detail(workspace, endpoint) });
  }, [changedAt, queryClient, workspace, endpoint]);
  return { ...mutation, operation: followed === "" ? null : (operation.data ?? null) };
}
