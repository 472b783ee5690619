"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useEffect } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { useNow } from "@/components/ui/use-now";
import { filterRows } from "@/lib/scaling/filter-rows";
import { scalingQueries } from "@/lib/scaling/queries";
import { toReviewRows } from "@/lib/scaling/review-rows";
import type { ReviewList, ReviewLists } from "@/lib/scaling/review-view";
import { reviewParams } from "@/lib/scaling/search-params";

/** Few enough to look into all of them, so that every warning is known. */
const LOOK_INTO_ALL = 100;

/** Everything that the review shows: lists come part by part, states of endpoints for the rows in sight. */
export function useReview() {
  const { id } = useWorkspace();
  const [params, setParams] = useQueryStates(reviewParams, { history: "replace" });
  // The warnings speak of hours: a minute is near enough, and rows are not made anew each second.
  const nowMs = Math.floor((useNow() ?? 0) / 60_000) * 60_000;
  const targets = useWholeList("targets");
  // What stands beside the targets must not keep the first of them waiting.
  const isBegun = !targets.query.isPending;
  const loaded = {
    targets,
    policies: useWholeList("policies", isBegun),
    schedules: useWholeList("schedules", isBegun),
    alarms: useWholeList("alarms", isBegun),
    activities: useWholeList("activities", isBegun),
    endpoints: useWholeList("endpoints", isBegun),
    quotas: useWholeList("quotas", isBegun),
    components: useWholeList("components", isBegun),
  };
  // Which rows are in sight does not hang on their states, so that looking at them does not change what is asked for.
  const bare = filterRows(toReviewRows(loaded, NO_STATES, nowMs), params);
  const pages = Math.max(1, Math.ceil(bare.length / params.limit));
  const page = Math.min(Math.max(1, params.page), pages);
  const names = new Set(loaded.endpoints.items.map(({ name }) => name));
  const looked =
    targets.isWhole && targets.items.length <= LOOK_INTO_ALL && names.size <= LOOK_INTO_ALL
      ? [...new Set([...targets.items.flatMap(endpointOf), ...names])].slice(0, LOOK_INTO_ALL)
      : [
          ...new Set(
            bare.slice((page - 1) * params.limit, page * params.limit).flatMap(({ endpoint }) => endpoint ?? []),
          ),
        ];
  const states = useQuery(scalingQueries.states(id, looked.toSorted()));
  const all = toReviewRows(loaded, new Map(states.data?.map((state) => [state.name, state])), nowMs);
  const rows = filterRows(all, params);
  const count = Math.max(1, Math.ceil(rows.length / params.limit));
  const shownPage = Math.min(page, count);
  return {
    params,
    filter: (change: Partial<typeof params>) => void setParams({ page: null, ...change }),
    all,
    rows,
    shown: rows.slice((shownPage - 1) * params.limit, shownPage * params.limit),
    page: shownPage,
    pages: count,
    loaded,
    states,
  };
}

const NO_STATES = new Map();

function endpointOf({ resourceId }: { resourceId: string }): string[] {
  const [kind, name] = resourceId.split("/");
  return kind === "endpoint" && name ? [name] : [];
}

/** One list, asked for part after part until it is whole. */
function useWholeList<L extends ReviewList>(list: L, enabled = true) {
  const { id } = useWorkspace();
  const query = useInfiniteQuery({ ...scalingQueries.list(id, list), enabled });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (enabled && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [enabled, hasNextPage, isFetching, isError, fetchNextPage]);
  const items: ReviewLists[L][] = query.data?.pages.flatMap((part) => part.items) ?? [];
  return { items, isWhole: query.isSuccess && !hasNextPage, query };
}
