"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { changeTagsAction } from "@/lib/endpoints/actions";
import { endpointKeys } from "@/lib/endpoints/queries";
import type { ChangeTagsInput } from "@/lib/endpoints/schema";
import { plural } from "@/lib/format/numbers";

/** Changes tags of endpoints; `data` is those that could not be changed. */
export function useChangeTags() {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ChangeTagsInput) => changeTagsAction(id, input).then(unwrap),
    onSuccess: (failed, { names }) => {
      if (failed.length < names.length)
        toast.success(`The tags of ${plural(names.length - failed.length, "endpoint")} are saved`);
      return client.invalidateQueries({ queryKey: endpointKeys.all(id) });
    },
  });
}
