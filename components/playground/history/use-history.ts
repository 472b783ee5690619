"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";

import { useCan, useWorkspace } from "@/components/shell/workspace-context";
import { getJson } from "@/lib/http/get-json";
import { callsApi, playgroundKeys, playgroundQueries } from "@/lib/playground/queries";
import type { CallRow } from "@/lib/playground/view";
import { problemIn } from "@/lib/problem-in";

const MAX_ROWS = 200;

/** One's own calls in the workspace; they are kept on the server and nobody else sees them. */
export function useHistory() {
  const { id: workspace } = useWorkspace();
  const queryClient = useQueryClient();
  const mayInvoke = useCan("endpoint:invoke");
  const calls = useQuery({ ...playgroundQueries.calls(workspace), enabled: mayInvoke });
  const key = playgroundKeys.calls(workspace);
  const change = (next: (calls: CallRow[]) => CallRow[]) =>
    queryClient.setQueryData<CallRow[]>(key, (old) => old && next(old));

  const deletion = useMutation({
    // Null: all of them.
    mutationFn: (id: string | null) => getJson<null>(callsApi(workspace, id ?? ""), { method: "DELETE" }),
    onMutate: (id) => {
      change((rows) => (id === null ? [] : rows.filter((row) => row.id !== id)));
    },
    onError: (error) => {
      toast.error("The history could not be changed", { description: problemIn(error).message });
      void queryClient.invalidateQueries({ queryKey: key });
    },
  });

  return {
    calls,
    /** The server writes its row after it has answered: until it is read again, this one stands for it. */
    add: (row: CallRow) => change((rows) => [row, ...rows.filter(({ id }) => id !== row.id)].slice(0, MAX_ROWS)),
    remove: (id: string) => deletion.mutate(id),
    clear: () => deletion.mutate(null),
  };
}
