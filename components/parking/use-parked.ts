"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { newRequestId } from "@/lib/deploy/request-id";
import { endpointKeys } from "@/lib/endpoints/queries";
import { operationKeys } from "@/lib/operations/queries";
import { discardParkedAction, restoreParkedAction } from "@/lib/parking/actions";
import { parkingKeys } from "@/lib/parking/queries";
import type { ParkedEndpoint } from "@/lib/parking/view";

/** What can be done with a parked endpoint. */
export function useParked() {
  const { id: workspace } = useWorkspace();
  const client = useQueryClient();
  const changed = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: parkingKeys.list(workspace) }),
      client.invalidateQueries({ queryKey: operationKeys.all(workspace) }),
      client.invalidateQueries({ queryKey: endpointKeys.all(workspace) }),
    ]);

  const restore = useMutation({
    mutationFn: ({ id, endpoint }: ParkedEndpoint) =>
      restoreParkedAction(workspace, { id, name: endpoint, requestId: newRequestId() }).then(unwrap),
    onSettled: changed,
  });
  const discard = useMutation({
    mutationFn: ({ id, endpoint }: ParkedEndpoint) =>
      discardParkedAction(workspace, { id, name: endpoint }).then(unwrap),
    onSuccess: changed,
  });
  return { restore, discard };
}
