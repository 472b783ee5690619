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
export type ReviewedChange = { wish: ScalingConfig | null; requests: readonly ScalingRequest[] };

/** Sends a reviewed change; everything that shows scaling looks again. */
export function useChangeScaling(endpoint: string, { resourceId, dimension }: VariantScaling) {
  const { id: workspace } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, requests }: ReviewedChange) =>
      changeScalingAction(workspace, {
        id: crypto.randomUUID(),
        endpoint,
        resourceId,
        dimension,
        wish,
        reviewed: JSON.stringify(requests),
      }).then(unwrap),
    // Not waited for: what shows scaling looks again while the person goes on.
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: scalingKeys.all(workspace) });
      void queryClient.invalidateQueries({ queryKey: endpointKeys.detail(workspace, endpoint) });
    },
  });
}
