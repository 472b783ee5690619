"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { endpointKeys } from "@/lib/endpoints/queries";
import {
  createComponentAction,
  deleteComponentsAction,
  setCopiesAction,
  updateComponentAction,
} from "@/lib/inference-components/actions";
import type { CreateComponentInput, SetCopiesInput, UpdateComponentInput } from "@/lib/inference-components/schema";
import { scalingKeys } from "@/lib/scaling/queries";

/** The changes of an endpoint's components; whatever shows them looks again. */
export function useComponentChanges(endpoint: string) {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  const lookAgain = () => {
    void queryClient.invalidateQueries({ queryKey: scalingKeys.endpoint(id, endpoint) });
    return queryClient.invalidateQueries({ queryKey: endpointKeys.detail(id, endpoint) });
  };
  return {
    create: useMutation({
      mutationFn: (input: CreateComponentInput) => createComponentAction(id, input).then(unwrap),
      onSuccess: lookAgain,
    }),
    update: useMutation({
      mutationFn: (input: UpdateComponentInput) => updateComponentAction(id, input).then(unwrap),
      onSuccess: lookAgain,
    }),
    setCopies: useMutation({
      mutationFn: (input: SetCopiesInput) => setCopiesAction(id, input).then(unwrap),
      onSuccess: lookAgain,
    }),
    remove: useMutation({
      mutationFn: (names: string[]) => deleteComponentsAction(id, { names }).then(unwrap),
      onSettled: lookAgain,
    }),
  };
}
