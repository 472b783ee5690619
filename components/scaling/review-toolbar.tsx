"use client";

import type { ReactNode } from "react";

import { NameFilter } from "@/components/data-table/list-filters";
import { FilterChips } from "@/components/ui/filter-chips";
import { Select } from "@/components/ui/select";
import { Toolbar } from "@/components/ui/toolbar";
import { CONCURRENCY, COPIES, INSTANCES, type ScalingDimension } from "@/lib/scaling/dimensions";
import { countWarnings } from "@/lib/scaling/filter-rows";
import type { ReviewRow } from "@/lib/scaling/review-rows";
import { WARNING_KINDS, type WarningKind } from "@/lib/scaling/warnings";

import type { useReview } from "./use-review";

type Review = ReturnType<typeof useReview>;
type Props = Pick<Review, "params" | "filter"> & { all: readonly ReviewRow[]; end: ReactNode };

const SHOWS = [
  { value: "warnings", label: "With warnings" },
  { value: "suspended", label: "Suspended" },
  { value: "scheduled", label: "On a schedule" },
  { value: "unscaled", label: "Not scaled" },
] as const;

/** Filters of the review; numbers say how many rows each warning is on. */
export function ReviewToolbar({ all, params, filter, end }: Props) {
  const counts = countWarnings(all);
  const kinds = Object.keys(WARNING_KINDS) as WarningKind[];
  return (
    <Toolbar label="Filter scalable targets" end={end}>
      <NameFilter value={params.search} onChange={(search) => filter({ search })} />
      <Select
        aria-label="What is scaled"
        className="w-40 max-sm:w-full"
        value={params.dimension ?? ""}
        onChange={(event) => filter({ dimension: (event.target.value || null) as ScalingDimension | null })}
      >
        <option value="">Everything</option>
        <option value={INSTANCES}>Instances</option>
        <option value={CONCURRENCY}>Provisioned concurrency</option>
        <option value={COPIES}>Inference components</option>
      </Select>
      <FilterChips label="Show" chips={SHOWS} selected={params.show} onChange={(show) => filter({ show })} />
      <Select
        aria-label="Warning"
        className="w-44 max-sm:w-full"
        value={params.warning ?? ""}
        onChange={(event) => filter({ warning: (event.target.value || null) as WarningKind | null })}
      >
        <option value="">Any warning</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {WARNING_KINDS[kind]} ({counts.get(kind) ?? 0})
          </option>
        ))}
      </Select>
    </Toolbar>
  );
}
