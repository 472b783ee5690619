"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { deleteEndpointsAction } from "@/lib/endpoints/actions";
import type { BegunDeletion } from "@/lib/endpoints/deletion-view";
import { endpointKeys } from "@/lib/endpoints/queries";
import type { DeleteEndpointInput } from "@/lib/endpoints/schema";
import { operationKeys } from "@/lib/operations/queries";

/** Deletes several endpoints; `data` says what became of each, null until it was begun. */
export function useDeleteMany() {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [data, setData] = useState<BegunDeletion[] | null>(null);
  const mutation = useMutation({
    mutationFn: (endpoints: DeleteEndpointInput[]) => deleteEndpointsAction(id, { endpoints }).then(unwrap),
    onSuccess: (begun) =>
      // Another try of one answers for that one alone.
      setData((before) =>
        before ? before.map((each) => begun.find(({ name }) => name === each.name) ?? each) : begun,
      ),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: [...endpointKeys.all(id), "list"] });
      void client.invalidateQueries({ queryKey: operationKeys.unfinished(id) });
    },
  });
  return {
    data,
    isPending: mutation.isPending,
    error: mutation.error,
    begin: (endpoints: DeleteEndpointInput[]) => mutation.mutate(endpoints),
    retry: (endpoint: DeleteEndpointInput) => mutation.mutate([endpoint]),
  };
}
