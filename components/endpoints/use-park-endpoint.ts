"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { newRequestId } from "@/lib/deploy/request-id";
import { endpointKeys } from "@/lib/endpoints/queries";
import { operationKeys } from "@/lib/operations/queries";
import { parkEndpointAction } from "@/lib/parking/actions";
import { parkingKeys } from "@/lib/parking/queries";

/** Parks an endpoint; every list of endpoints and of parked ones looks again. */
export function useParkEndpoint() {
  const { id: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => parkEndpointAction(workspace, { name, requestId: newRequestId() }).then(unwrap),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: parkingKeys.list(workspace) }),
        client.invalidateQueries({ queryKey: operationKeys.all(workspace) }),
        // Read again when next shown, not now: the page of an endpoint that goes would vanish before it is left.
        client.invalidateQueries({ queryKey: endpointKeys.all(workspace), refetchType: "none" }),
      ]),
  });
}
