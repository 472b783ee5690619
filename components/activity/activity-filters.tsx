"use client";

import { useQuery } from "@tanstack/react-query";
import { debounce, useQueryStates } from "nuqs";
import type { ReactNode } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { Toolbar } from "@/components/ui/toolbar";
import { actionLabel } from "@/lib/audit/action-labels";
import { activityQueries } from "@/lib/audit/queries";

import { activityParams } from "./search-params";

const OUTCOMES = [
  { value: "succeeded", label: "Succeeded" },
  { value: "failed", label: "Failed" },
  { value: "unknown", label: "Unknown" },
] as const;

/** Search and filters of the activity page; all of them live in its address. */
export function ActivityFilters({ end }: { end?: ReactNode }) {
  const { id } = useWorkspace();
  const [filters, setFilters] = useQueryStates(activityParams);
  const { data: facets } = useQuery(activityQueries.facets(id));

  return (
    <Toolbar label="Filters" end={end}>
      <SearchInput
        label="Search targets, errors and request ids"
        className="w-56 max-sm:w-full"
        defaultValue={filters.search}
        onChange={(event) => void setFilters({ search: event.target.value }, { limitUrlUpdates: debounce(300) })}
      />
      <Select
        aria-label="Person"
        className="w-40 max-sm:min-w-36 max-sm:flex-1"
        value={filters.person}
        onChange={(event) => void setFilters({ person: event.target.value })}
      >
        <option value="">Everybody</option>
        {withChosen(facets?.people, filters.person).map((person) => (
          <option key={person}>{person}</option>
        ))}
      </Select>
      <Select
        aria-label="Action"
        className="w-44 max-sm:min-w-36 max-sm:flex-1"
        value={filters.action}
        onChange={(event) => void setFilters({ action: event.target.value })}
      >
        <option value="">Every action</option>
        {withChosen(facets?.actions, filters.action).map((action) => (
          <option key={action} value={action}>
            {actionLabel(action)}
          </option>
        ))}
      </Select>
      <FilterChips
        label="Outcome"
        chips={OUTCOMES}
        selected={filters.outcome ? [filters.outcome] : []}
        onChange={(selected) => void setFilters({ outcome: selected.at(-1) ?? null })}
      />
    </Toolbar>
  );
}

/** A link may name somebody who is not in the list (yet): the choice must still show. */
function withChosen(values: readonly string[] = [], chosen: string): readonly string[] {
  return chosen && !values.includes(chosen) ? [...values, chosen] : values;
}
