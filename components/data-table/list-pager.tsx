"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId } from "react";

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

import type { TokenPaging } from "./use-token-paging";

const PAGE_SIZES = [25, 50, 100];

type ListPagerProps = {
  /** What the pages are of: `Pages of endpoints`. */
  label: string;
  /** `next` and `previous` are null where there is nothing to go to. */
  paging: TokenPaging;
  size: number;
  onSize: (size: number) => void;
  busy: boolean;
};

/** Page by page: AWS does not tell how many there are. */
export function ListPager({ label, paging, size, onSize, busy }: ListPagerProps) {
  const sizeId = useId();
  return (
    <nav aria-label={label} className="flex items-center gap-2">
      <span className="flex items-center gap-1.5 max-sm:hidden">
        <label htmlFor={sizeId}>Rows</label>
        <Select id={sizeId} className="w-18" value={size} onChange={(event) => onSize(Number(event.target.value))}>
          {[...new Set([...PAGE_SIZES, size])]
            .sort((a, b) => a - b)
            .map((each) => (
              <option key={each} value={each}>
                {each}
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
