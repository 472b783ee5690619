"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId } from "react";

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { PAGE_SIZES } from "@/lib/endpoints/search-params";

import type { useEndpointList } from "./use-endpoint-list";

type List = ReturnType<typeof useEndpointList>;

/** Page by page: SageMaker does not tell how many there are. */
export function EndpointsPager({
  paging,
  params,
  filter,
  busy,
}: Pick<List, "paging" | "params" | "filter"> & { busy: boolean }) {
  const sizeId = useId();
  return (
    <nav aria-label="Pages of endpoints" className="flex items-center gap-2">
      <span className="flex items-center gap-1.5 max-sm:hidden">
        <label htmlFor={sizeId}>Rows</label>
        <Select
          id={sizeId}
          className="w-18"
          value={params.limit}
          onChange={(event) => filter({ limit: Number(event.target.value) })}
        >
          {[...new Set([...PAGE_SIZES, params.limit])]
            .sort((a, b) => a - b)
            .map((size) => (
              <option key={size} value={size}>
                {size}
              </option>
            ))}
        </Select>
      </span>
      <Button size="sm" disabled={!paging.previous || busy} onClick={() => paging.previous?.()}>
        <ChevronLeft aria-hidden="true" />
        {paging.page > 1 || paging.isFirst ? "Previous" : "First page"}
      </Button>
      <Button size="sm" disabled={!paging.next || busy} onClick={() => paging.next?.()}>
        Next
        <ChevronRight aria-hidden="true" />
      </Button>
    </nav>
  );
}
