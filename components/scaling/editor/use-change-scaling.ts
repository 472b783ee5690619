"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { endpointKeys } from "@/lib/endpoints/queries";
import { changeScalingAction } from "@/lib/scaling/actions";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import { scalingKeys } from "@/lib/scaling/queries";
import type { ScalingRequest } from "@/lib/scaling/requests";
import type { ScalingConfig } from "@/lib/scaling/schema";

/** `wish` null stops scaling. */
type Change = { wish: ScalingConfig | null; requests: readonly ScalingRequest[] };

/** Sends a reviewed change; everything that shows scaling looks again. */
export function useChangeScaling(endpoint: string, { resourceId, dimension }: VariantScaling) {
  const { id: workspace } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, requests }: Change) =>
      changeScalingAction(workspace, {
        id: crypto.randomUUID(),
        endpoint,
        resourceId,
        dimension,
        wish,
        reviewed: JSON.stringify(requests),
      }).then(unwrap),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: scalingKeys.all(workspace) }),
        queryClient.invalidateQueries({ queryKey: endpointKeys.detail(workspace, endpoint) }),
      ]),
  });
}
