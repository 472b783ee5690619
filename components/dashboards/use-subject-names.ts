"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { useDebounced } from "@/components/ui/use-debounced";
import type { SubjectKind } from "@/lib/dashboards/panels";
import { endpointQueries } from "@/lib/endpoints/queries";
import { trainingQueries } from "@/lib/training/queries";
import { transformQueries } from "@/lib/transform/queries";

const OFFERED = 30;
const TYPING_REST_MS = 250;

/** The newest endpoints or jobs whose names hold what is typed. */
export function useSubjectNames(kind: SubjectKind, typed: string) {
  const { id } = useWorkspace();
  // Names hold nothing else, and SageMaker refuses a filter that does.
  const search = useDebounced(typed.replace(/[^a-zA-Z0-9-]/g, ""), TYPING_REST_MS);
  const wish = { search, sort: "created", order: "desc", limit: OFFERED } as const;
  const shared = { placeholderData: keepPreviousData, refetchInterval: false, staleTime: 30_000 } as const;
  const endpoints = useQuery({ ...endpointQueries.list(id, wish), ...shared, enabled: kind === "endpoints" });
  const training = useQuery({ ...trainingQueries.list(id, wish), ...shared, enabled: kind === "training" });
  const transform = useQuery({ ...transformQueries.list(id, wish), ...shared, enabled: kind === "transform" });
  const list = { endpoints, training, transform }[kind];
  return {
    items: (list.data?.items ?? []).map(({ name, status }) => ({ name, status: String(status) })),
    isPending: list.isPending,
    isError: list.isError,
  };
}
