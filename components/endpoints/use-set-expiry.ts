"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { setExpiryAction } from "@/lib/endpoints/actions";
import { endpointKeys } from "@/lib/endpoints/queries";
import type { SetExpiryInput } from "@/lib/endpoints/schema";
import { formatDateTime } from "@/lib/format/dates";
import { problemIn } from "@/lib/problem-in";

/** Sets or removes an endpoint's expiry; every page that shows it looks again. */
export function useSetExpiry() {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: SetExpiryInput) => setExpiryAction(id, input).then(unwrap),
    onSuccess: (_result, { name, expiresAt }) => {
      toast.success(expiresAt ? `${name} now expires ${formatDateTime(expiresAt)}` : `${name} does not expire`);
      return queryClient.invalidateQueries({ queryKey: endpointKeys.all(id) });
    },
    onError: (error, { name }) =>
      void toast.error(`The expiry of ${name} was not changed. ${problemIn(error).message}`),
  });
}
