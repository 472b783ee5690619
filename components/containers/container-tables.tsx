import { incompleteImages } from "@/catalog/containers/data";
import { beyondReferencePage, referenceTable } from "@/catalog/containers/select";
import { Panel } from "@/components/ui/panel";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Toolbar } from "@/components/ui/toolbar";
import type { CONTAINER_TABLES } from "@/lib/containers/search-params";

import { BeyondTable } from "./beyond-table";
import { ReferenceTable } from "./reference-table";

type Table = (typeof CONTAINER_TABLES)[number];

type ContainerTablesProps = {
  chosenId: string;
  table: Table;
  search: string;
  onTable: (table: Table) => void;
  onSearch: (search: string) => void;
  onChoose: (id: string) => void;
};

/** The reference page's tables as they stand, and beside them what other sources know by now. */
export function ContainerTables({ chosenId, table, search, onTable, onSearch, onChoose }: ContainerTablesProps) {
  const rows = referenceTable(table).filter((row) => isFound(search, Object.values(row).join(" ")));
  const beyond = beyondReferencePage(table).filter((row) => isFound(search, `${row.id} ${row.sources.join(" ")}`));
  return (
    <Panel
      title="All images"
      description="The Hugging Face reference page's tables, row for row, and the images that the SageMaker SDK and AWS's container repository know besides."
    >
      <Toolbar label="Filter the tables">
        <SegmentedControl
          label="Table"
          value={table}
          onChange={onTable}
          segments={[
            { value: "inference", label: "Inference" },
            { value: "training", label: "Training" },
          ]}
        />
        <SearchInput
          label="Search images"
          placeholder="Search, e.g. 4.26 cpu"
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          className="w-72 max-sm:w-full"
        />
      </Toolbar>
      <div className="grid items-start gap-6 2xl:grid-cols-2">
        <ReferenceTable table={table} rows={rows} chosenId={chosenId} onChoose={onChoose} />
        <div className="min-w-0">
          <BeyondTable rows={beyond} chosenId={chosenId} onChoose={onChoose} />
          {table === "inference"
            ? incompleteImages.map((image) => (
                <p key={image.label} className="mt-2 text-sm text-muted">
                  {image.label}: {image.note}
                </p>
              ))
            : null}
        </div>
      </div>
    </Panel>
  );
}

/** Every word of the search must be somewhere in the row. */
function isFound(search: string, text: string): boolean {
  const haystack = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
