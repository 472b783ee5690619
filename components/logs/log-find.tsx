"use client";

import { ChevronDown, ChevronUp } from "lucide-react";

import { IconButton } from "@/components/ui/icon-button";
import { SearchInput } from "@/components/ui/search-input";
import { Switch } from "@/components/ui/switch";
import { formatNumber } from "@/lib/format/numbers";

import type { Find } from "./use-find";
import type { LogReader } from "./use-log-reader";

/** Search in place: hits are marked while one types, Enter and Shift+Enter go from one to the next. */
export function LogFind({ reader, find }: { reader: LogReader; find: Find }) {
  const { params, setParams } = reader;
  const isNewestFirst = params.order === "newest";
  const down = () => void find.go(isNewestFirst ? -1 : 1);
  const up = () => void find.go(isNewestFirst ? 1 : -1);
  return (
    <>
      <SearchInput
        label="Search the log"
        className="w-56 max-sm:w-full"
        value={params.search}
        maxLength={512}
        onChange={(event) => void setParams({ search: event.target.value || null })}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (event.shiftKey) up();
          else down();
        }}
      />
      {params.search === "" ? null : (
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
          <IconButton label="Previous hit" onClick={up} disabled={find.isSeeking}>
            <ChevronUp aria-hidden="true" />
          </IconButton>
          <IconButton label="Next hit" onClick={down} disabled={find.isSeeking}>
            <ChevronDown aria-hidden="true" />
          </IconButton>
          <span role="status" className="px-1 text-sm text-muted tabular-nums">
            {find.isSeeking ? "Searching the whole log…" : find.note || countText(find, isNewestFirst)}
          </span>
          <Switch
            className="px-2"
            label="Only hits"
            checked={params.only}
            onCheckedChange={(only) => void setParams({ only })}
          />
        </div>
      )}
    </>
  );
}

function countText({ count, rank, isWhole }: Find, isNewestFirst: boolean): string {
  const where = isWhole ? "" : " loaded";
  if (count === 0) return isWhole ? "No hits" : "None loaded";
  if (rank === 0) return `${formatNumber(count)}${where}`;
  return `${formatNumber(isNewestFirst ? count - rank + 1 : rank)} of ${formatNumber(count)}${where}`;
}
