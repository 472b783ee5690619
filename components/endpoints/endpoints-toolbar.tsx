"use client";

import { CreatedFilter, NameFilter } from "@/components/data-table/list-filters";
import { FilterChips } from "@/components/ui/filter-chips";
import { Toolbar } from "@/components/ui/toolbar";
import type { EndpointStatus } from "@/lib/endpoints/view";

import type { useEndpointList } from "./use-endpoint-list";

type List = ReturnType<typeof useEndpointList>;

/** The states that people look for; the rarer ones still work in a link. */
const OFFERED: EndpointStatus[] = ["InService", "Creating", "Updating", "Failed", "Deleting"];

/** Filters of the list, all of them answered by SageMaker itself. */
export function EndpointsToolbar({ params, filter, end }: Pick<List, "params" | "filter"> & { end?: React.ReactNode }) {
  const offered = params.status && !OFFERED.includes(params.status) ? [...OFFERED, params.status] : OFFERED;
  return (
    <Toolbar label="Filter endpoints" end={end}>
      <NameFilter value={params.search} onChange={(search) => filter({ search })} />
      <FilterChips
        label="Status"
        chips={offered.map((status) => ({ value: status, label: status }))}
        selected={params.status ? [params.status] : []}
        // SageMaker filters by one status: choosing another replaces it.
        onChange={(selected) => filter({ status: selected.findLast((status) => status !== params.status) ?? null })}
      />
      <CreatedFilter after={params.createdAfter} before={params.createdBefore} onChange={filter} />
    </Toolbar>
  );
}
