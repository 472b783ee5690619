"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Inbox as InboxIcon } from "lucide-react";
import { useQueryStates } from "nuqs";

import { useCan, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchInput } from "@/components/ui/search-input";
import { TableSkeleton } from "@/components/ui/skeleton";
import { Toolbar } from "@/components/ui/toolbar";
import { useDebounced } from "@/components/ui/use-debounced";
import { asyncQueries } from "@/lib/async/queries";
import type { AsyncState } from "@/lib/async/request-view";
import { asyncParams } from "@/lib/async/search-params";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { stateLabel } from "./async-status";
import { OpenedRequest } from "./opened-request";
import { RequestList } from "./request-list";
import { SendPanel } from "./send-panel";
import { useAsyncEndpoints } from "./use-async-endpoints";

const STATES: AsyncState[] = ["queued", "done", "failed", "expired"];
const PAGE_SIZE = 25;

/** Asynchronous requests: send them, find them again, see their answers. */
export function Inbox() {
  const { id } = useWorkspace();
  const [params, setParams] = useQueryStates(asyncParams, { history: "replace" });
  const seesAll = useCan("endpoint:read-requests");
  const endpoints = useAsyncEndpoints();
  const search = useDebounced(params.search, 250);
  const list = useQuery({
    ...asyncQueries.list(id, {
      endpoint: params.endpoint,
      state: params.state ?? "",
      search,
      mine: params.mine ? "true" : "",
      page: params.page,
      limit: PAGE_SIZE,
    }),
    placeholderData: keepPreviousData,
  });
  const hasFilter = params.search !== "" || params.state !== null || params.endpoint !== "" || params.mine;
  const total = list.data?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const filter = (change: Partial<typeof params>) => void setParams({ ...change, page: 1 });

  return (
    <div className="flex flex-col gap-5">
      {endpoints.endpoints.length > 0 ? (
        <SendPanel
          endpoints={endpoints.endpoints}
          endpoint={params.endpoint}
          onEndpoint={(endpoint) => filter({ endpoint })}
        />
      ) : endpoints.isPending ? null : (
        <NoEndpoint />
      )}
      {params.request ? (
        <OpenedRequest
          key={params.request}
          id={params.request}
          onResent={(request) => void setParams({ request })}
          onClose={() => void setParams({ request: null })}
        />
      ) : null}
      <section aria-label="Requests sent">
        <Toolbar label="Filter requests">
          <SearchInput
            label="Search requests"
            className="w-60 max-sm:w-full"
            value={params.search}
            onChange={(event) => filter({ search: event.target.value })}
          />
          <FilterChips
            label="State"
            chips={STATES.map((state) => ({ value: state, label: stateLabel(state) }))}
            selected={params.state ? [params.state] : []}
            onChange={(selected) => filter({ state: selected.findLast((state) => state !== params.state) ?? null })}
          />
          {seesAll ? (
            <Checkbox label="Only mine" checked={params.mine} onChange={(e) => filter({ mine: e.target.checked })} />
          ) : null}
          {params.endpoint ? (
            <Button size="sm" onClick={() => filter({ endpoint: "" })}>
              All endpoints
            </Button>
          ) : null}
        </Toolbar>
        {list.isPending ? (
          <TableSkeleton />
        ) : list.isError ? (
          <ErrorPanel
            title="The inbox could not be loaded"
            problem={problemIn(list.error)}
            onRetry={() => void list.refetch()}
          />
        ) : list.data.items.length === 0 ? (
          <EmptyState
            icon={InboxIcon}
            title={hasFilter ? "No request matches" : "No requests yet"}
            action={
              hasFilter ? (
                <Button onClick={() => filter({ search: "", state: null, endpoint: "", mine: false })}>
                  Clear the filters
                </Button>
              ) : undefined
            }
          >
            {hasFilter
              ? "Try other words, another state or another endpoint."
              : "What you send to an asynchronous endpoint is kept here with its answer, also when the page is closed meanwhile."}
          </EmptyState>
        ) : (
          <>
            <RequestList
              rows={list.data.items}
              openId={params.request}
              onOpen={(request) => void setParams({ request }, { history: "push" })}
            />
            <div className="flex flex-wrap items-center justify-between gap-2 pt-3 text-sm text-muted">
              <span role="status">
                {plural(total, "request")}
                {list.data.open > 0 ? `, ${list.data.open} without an answer yet` : ""}
              </span>
              <nav aria-label="Pages of requests" className="flex items-center gap-2">
                <Button size="sm" disabled={params.page <= 1} onClick={() => void setParams({ page: params.page - 1 })}>
                  Previous
                </Button>
                <span className="tabular-nums">
                  {params.page} of {pages}
                </span>
                <Button
                  size="sm"
                  disabled={params.page >= pages}
                  onClick={() => void setParams({ page: params.page + 1 })}
                >
                  Next
                </Button>
              </nav>
            </div>
          </>
        )}
      </section>
    </div>
  );
}

function NoEndpoint() {
  const { id } = useWorkspace();
  return (
    <EmptyState
      icon={InboxIcon}
      title="No asynchronous endpoint is in service"
      action={<ButtonLink href={workspacePath(id, "/deploy?mode=async")}>Deploy one</ButtonLink>}
    >
      Asynchronous endpoints take requests into a queue and answer them into S3: for large inputs, slow models, and
      instances that go down to none.
    </EmptyState>
  );
}
