"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useCan, useMember, useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { getJson } from "@/lib/http/get-json";
import type { InferenceRequest } from "@/lib/inference/request";
import { deleteExampleAction, editExampleAction } from "@/lib/playground/actions";
import { examplesApi, playgroundKeys, playgroundQueries } from "@/lib/playground/queries";
import type { DeleteExampleInput, EditExampleInput, SaveExampleInput } from "@/lib/playground/schema";
import type { ExampleRow, SavedExample } from "@/lib/playground/view";

/** The examples that people of the workspace saved for a task, and what one may do with them. */
export function useExamples(task: string) {
  const { id: workspace } = useWorkspace();
  const member = useMember();
  const mayInvoke = useCan("endpoint:invoke");
  const mayChangeAll = useCan("endpoint:deploy");
  const queryClient = useQueryClient();
  const list = useQuery({ ...playgroundQueries.examples(workspace, task), enabled: mayInvoke });
  const changed = () => queryClient.invalidateQueries({ queryKey: playgroundKeys.examples(workspace) });

  const save = useMutation({
    mutationFn: ({ input, request }: { input: SaveExampleInput; request: InferenceRequest }) =>
      getJson<SavedExample>(examplesApi(workspace, `?${new URLSearchParams(input)}`), {
        method: "POST",
        body: request.body,
        headers: { "content-type": request.contentType },
      }),
    onSuccess: changed,
  });
  const edit = useMutation({
    mutationFn: (input: EditExampleInput) => editExampleAction(workspace, input).then(unwrap),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: (input: DeleteExampleInput) => deleteExampleAction(workspace, input).then(unwrap),
    onSuccess: changed,
  });
  return {
    examples: list.data ?? [],
    mayInvoke,
    mayChange: (example: ExampleRow) => mayChangeAll || example.memberId === member.id,
    save,
    edit,
    remove,
  };
}
