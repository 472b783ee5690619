"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { readComparedJobs } from "@/lib/training/compare/jobs";
import { comparisonParams } from "@/lib/training/compare/search-params";
import { trainingQueries } from "@/lib/training/queries";

/** The jobs that the address names, what is known of them, and the ways to change which they are. */
export function useComparedJobs() {
  const { id } = useWorkspace();
  const [params, setParams] = useQueryStates(comparisonParams, { history: "replace" });
  const names = readComparedJobs(params.jobs);
  const comparison = useQuery(trainingQueries.comparison(id, names));
  const put = (next: string[]) => void setParams({ jobs: next.length > 0 ? next : null });
  return {
    names,
    leftOut: new Set(params.jobs).size - names.length,
    comparison,
    showsAll: params.all,
    setShowsAll: (all: boolean) => void setParams({ all: all || null }),
    add: (name: string) => put([...names, name]),
    remove: (name: string) => put(names.filter((other) => other !== name)),
  };
}
