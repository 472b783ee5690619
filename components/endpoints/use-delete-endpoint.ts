"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { deleteEndpointAction } from "@/lib/endpoints/actions";
import { endpointKeys } from "@/lib/endpoints/queries";
import type { DeleteEndpointInput } from "@/lib/endpoints/schema";

/** Deletes an endpoint with the chosen parts; every list and page of endpoints looks again. */
export function useDeleteEndpoint() {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: DeleteEndpointInput) => deleteEndpointAction(id, input).then(unwrap),
    // Read again when next shown, not now: the page that asks would vanish before it could say what became of it.
    onSettled: () => queryClient.invalidateQueries({ queryKey: endpointKeys.all(id), refetchType: "none" }),
  });
}
