"use client";

import { Download } from "lucide-react";
import type { inferParserType } from "nuqs";
import { ColumnMenu } from "@/components/data-table/column-menu";
import { DataTable } from "@/components/data-table/data-table";
import { NameFilter } from "@/components/data-table/list-filters";
import { useDataTable } from "@/components/data-table/use-data-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { saveFile } from "@/components/ui/save-file";
import { Select } from "@/components/ui/select";
import { Toolbar } from "@/components/ui/toolbar";
import { costsCsv } from "@/lib/costs/costs-csv";
import { COST_SORTS, type costParams, IDLE_WINDOWS } from "@/lib/costs/search-params";
import { selectRows } from "@/lib/costs/select-rows";
import type { CostKind, CostsView } from "@/lib/costs/view";

import { costColumns } from "./cost-columns";

type Params = inferParserType<typeof costParams>;
type CostTableProps = { costs: CostsView; params: Params; filter: (change: Partial<Params>) => void };

const KINDS: { value: CostKind; label: string }[] = [
  { value: "endpoint", label: "Endpoints" },
  { value: "training", label: "Training" },
  { value: "transform", label: "Batch" },
];
const WORDS: Record<(typeof IDLE_WINDOWS)[number], string> = {
  "1": "1 hour",
  "6": "6 hours",
  "24": "24 hours",
  "168": "7 days",
  "720": "30 days",
};

/** Every endpoint and job of the month with its cost; filters and order are in the address. */
export function CostTable({ costs, params, filter }: CostTableProps) {
  const rows = selectRows(costs.rows, params, costs.now);
  const table = useDataTable({
    columns: costColumns,
    rows,
    rowId: (row) => row.id,
    sorting: [{ id: params.sort, desc: params.order === "desc" }],
    onSortingChange: ([sorting]) => {
      const sort = COST_SORTS.find((key) => key === sorting?.id);
      if (sort) filter({ sort, order: sorting?.desc ? "desc" : "asc" });
    },
  });
  const chips = [...(params.running ? ["running" as const] : []), ...(params.idle ? ["idle" as const] : [])];
  return (
    <section aria-label="Endpoints and jobs">
      <Toolbar
        label="Filter costs"
        end={
          <>
            <Button size="sm" onClick={() => saveFile("costs.csv", costsCsv(rows), "text/csv")}>
              <Download aria-hidden="true" />
              CSV
            </Button>
            <ColumnMenu table={table} />
          </>
        }
      >
        <NameFilter value={params.search} onChange={(search) => filter({ search })} />
        <FilterChips
          label="Kind"
          chips={KINDS}
          selected={params.kind ? [params.kind] : []}
          onChange={(selected) => filter({ kind: selected.findLast((kind) => kind !== params.kind) ?? null })}
        />
        <FilterChips
          label="State"
          chips={[
            { value: "running", label: "Running" },
            { value: "idle", label: "Idle" },
          ]}
          selected={chips}
          onChange={(selected) => filter({ running: selected.includes("running"), idle: selected.includes("idle") })}
        />
        <Select
          aria-label="Idle means no call for"
          className="w-36 max-sm:w-40"
          value={params.idleHours}
          onChange={({ target }) => filter({ idleHours: IDLE_WINDOWS.find((each) => each === target.value) ?? "24" })}
        >
          {IDLE_WINDOWS.map((hours) => (
            <option key={hours} value={hours}>
              idle: {WORDS[hours]}
            </option>
          ))}
        </Select>
      </Toolbar>
      <DataTable
        label="Costs"
        table={table}
        empty={
          <EmptyState
            title="Nothing matches"
            action={
              <Button onClick={() => filter({ search: "", kind: null, running: false, idle: false })}>
                Clear filters
              </Button>
            }
          >
            No endpoint or job of this month fits these filters.
          </EmptyState>
        }
      />
    </section>
  );
}
