"use client";

import { Search } from "lucide-react";
import { useId } from "react";

import { FilterChips } from "@/components/ui/filter-chips";
import { Input } from "@/components/ui/input";
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
      <div className="relative w-60 max-sm:w-full">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          type="search"
          aria-label="Name contains"
          placeholder="Name contains"
          maxLength={63}
          className="pl-8"
          value={params.search}
          // Names hold nothing else, and SageMaker refuses a filter that does.
          onChange={(event) => filter({ search: event.target.value.replace(/[^a-zA-Z0-9-]/g, "") })}
        />
      </div>
      <FilterChips
        label="Status"
        chips={offered.map((status) => ({ value: status, label: status }))}
        selected={params.status ? [params.status] : []}
        // SageMaker filters by one status: choosing another replaces it.
        onChange={(selected) => filter({ status: selected.findLast((status) => status !== params.status) ?? null })}
      />
      <fieldset
        aria-label="Created"
        className="flex min-w-0 flex-wrap items-center gap-2 text-sm text-muted max-sm:w-full"
      >
        <Day
          label="Created from"
          value={params.createdAfter}
          max={params.createdBefore}
          onChange={(createdAfter) => filter({ createdAfter })}
        />
        <Day
          label="to"
          name="Created until"
          value={params.createdBefore}
          min={params.createdAfter}
          onChange={(createdBefore) => filter({ createdBefore })}
        />
      </fieldset>
    </Toolbar>
  );
}

type DayProps = {
  label: string;
  name?: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
};

function Day({ label, name, value, min, max, onChange }: DayProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        aria-label={name}
        className="w-36 max-sm:w-auto max-sm:flex-1 max-sm:px-2 max-sm:text-sm"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
