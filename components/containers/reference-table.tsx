import type { ReferenceRow } from "@/catalog/containers/schema";

import { Disputed } from "./disputed";
import { PlainTable } from "./plain-table";
import { RowButton } from "./row-button";

type ReferenceTableProps = {
  table: "training" | "inference";
  rows: readonly ReferenceRow[];
  chosenId: string;
  onChoose: (id: string) => void;
};

const TYPE = { label: "Type", isMinor: true } as const;

/** A table of the reference page, with its own columns and cells. */
export function ReferenceTable({ table, rows, chosenId, onChoose }: ReferenceTableProps) {
  const isTraining = table === "training";
  const heads = ["Transformers", ...(isTraining ? ["datasets"] : []), "Framework", TYPE, "Device", "Python"];
  return (
    <PlainTable caption={`Reference page, ${table} (${rows.length})`} heads={heads} isEmpty={rows.length === 0}>
      {rows.map((row) => (
        <tr
          key={row.row}
          aria-current={row.containerId === chosenId || undefined}
          className="h-9 aria-[current]:bg-selected"
        >
          <RowButton
            onChoose={() => onChoose(row.containerId)}
            label={row.transformers}
            hint={`${row.framework} ${row.frameworkVersion} ${row.device}`}
          />
          {isTraining ? <td className="tabular-nums">{row.datasets}</td> : null}
          <td className="whitespace-nowrap tabular-nums">
            {row.framework} {row.frameworkVersion} <Disputed containerId={row.containerId} />
          </td>
          <td className="whitespace-nowrap max-sm:hidden">
            <span className="capitalize">{table}</span>{" "}
            <span lang="zh-Hans" className="text-muted">
              {row.type}
            </span>
          </td>
          <td>{row.device}</td>
          <td className="tabular-nums">{row.python}</td>
        </tr>
      ))}
    </PlainTable>
  );
}
