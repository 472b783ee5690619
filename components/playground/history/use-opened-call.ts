"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { playgroundQueries } from "@/lib/playground/queries";
import { CallId } from "@/lib/playground/schema";
import { problemIn } from "@/lib/problem-in";

/** The call of the past that the address names: a link to it works for oneself alone. */
export function useOpenedCall() {
  const { id: workspace } = useWorkspace();
  const [named, setNamed] = useQueryState("call", parseAsString);
  const id = named !== null && CallId.safeParse(named).success ? named : null;
  const { data, error, isLoading } = useQuery(playgroundQueries.call(workspace, id));
  return {
    call: id === null ? null : (data ?? null),
    isLoading,
    problem: id !== null && error ? problemIn(error) : null,
    close: () => void setNamed(null),
  };
}
