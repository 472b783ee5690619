"use client";

import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";

import type { ActionResult } from "@/lib/actions/result";
import { unwrap } from "@/lib/actions/unwrap";

type Options<I, T> = {
  /** What is out of date after the change. */
  refresh: QueryKey;
  /** What the toast says; nothing when left out. */
  done?: (input: I, result: T) => string;
};

/** Runs a server action as a mutation: refreshes what it changed and says that it worked. */
export function useChange<I, T>(action: (input: I) => Promise<ActionResult<T>>, { refresh, done }: Options<I, T>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => action(input).then(unwrap),
    onSuccess: (result, input) => {
      if (done) toast.success(done(input, result));
      return queryClient.invalidateQueries({ queryKey: refresh });
    },
  });
}
