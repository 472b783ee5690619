"use client";

import { Download } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { SearchInput } from "@/components/ui/search-input";
import { formatNumber, plural } from "@/lib/format/numbers";
import type { Row } from "@/lib/inference/results/answer";
import { batchCsv } from "@/lib/inference/results/batch/batch-csv";
import { type BatchSorting, sortedBatch, toBatchLines } from "@/lib/inference/results/batch/batch-lines";
import type { Drawing } from "@/lib/inference/results/result";
import { Similarity } from "../vectors/similarity";
import { BatchTable } from "./batch-table";

const STEP = 100;

/** The answers to several inputs as one table: to sort, search and keep; each row opens to its full drawing. */
export function BatchResult({ rows }: { rows: readonly Row<Drawing>[] }) {
  const [search, setSearch] = useState("");
  const [sorting, setSorting] = useState<BatchSorting>({ by: "number", isDown: false });
  const [limit, setLimit] = useState(STEP);
  const lines = toBatchLines(rows);
  const found = sortedBatch(lines, search, sorting);
  const texts = rows.flatMap(({ input, drawing }) =>
    drawing.kind === "vectors" ? [{ name: input, vector: drawing.pooled }] : [],
  );

  return (
    <div className="flex flex-col gap-4">
      {texts.length > 1 ? <Similarity texts={texts} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search inputs and results"
          className="w-48 max-sm:w-0 max-sm:flex-1"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span aria-live="polite" className="text-sm text-muted max-sm:order-last max-sm:basis-full">
          {found.length === lines.length
            ? plural(lines.length, "input")
            : `${formatNumber(found.length)} of ${plural(lines.length, "input")}`}
        </span>
        <Button size="sm" className="ml-auto" onClick={() => saveFile("results.csv", batchCsv(rows), "text/csv")}>
          <Download aria-hidden="true" />
          CSV
        </Button>
      </div>
      <BatchTable lines={found.slice(0, limit)} sorting={sorting} onSorting={setSorting} />
      {found.length > limit ? (
        <Button size="sm" className="self-start" onClick={() => setLimit(limit + STEP)}>
          Show {formatNumber(Math.min(STEP, found.length - limit))} more
        </Button>
      ) : null}
    </div>
  );
}
