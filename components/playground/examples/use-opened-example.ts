"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";

import { useCan, useWorkspace } from "@/components/shell/workspace-context";
import { playgroundQueries } from "@/lib/playground/queries";
import { ExampleId } from "@/lib/playground/schema";
import { problemIn } from "@/lib/problem-in";

/** The saved example that the address names. */
export function useOpenedExample() {
  const { id: workspace } = useWorkspace();
  const mayInvoke = useCan("endpoint:invoke");
  const [named] = useQueryState("example", parseAsString);
  const id = mayInvoke && ExampleId.safeParse(named).success ? named : null;
  const { data, error, isLoading } = useQuery(playgroundQueries.example(workspace, id));
  return {
    example: id === null ? null : (data ?? null),
    isLoading,
    problem: id !== null && error ? problemIn(error) : null,
  };
}
