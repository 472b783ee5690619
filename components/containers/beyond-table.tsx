import { DEVICE_LABELS, FAMILY_LABELS } from "@/catalog/containers/labels";
import type { Container } from "@/catalog/containers/schema";

import { Disputed } from "./disputed";
import { PlainTable } from "./plain-table";
import { RowButton } from "./row-button";
import { SourceMarks } from "./source-marks";

type BeyondTableProps = { rows: readonly Container[]; chosenId: string; onChoose: (id: string) => void };

/** Images that the reference page does not have, each marked by who knows it. */
export function BeyondTable({ rows, chosenId, onChoose }: BeyondTableProps) {
  return (
    <PlainTable
      caption={`Beyond the reference page (${rows.length})`}
      heads={["Tag", "Family", "Device", "Named by"]}
      isEmpty={rows.length === 0}
    >
      {rows.map((row) => (
        <tr key={row.id} aria-current={row.id === chosenId || undefined} className="h-9 aria-[current]:bg-selected">
          <RowButton onChoose={() => onChoose(row.id)} label={row.tag} />
          <td className="whitespace-nowrap">{FAMILY_LABELS[row.family].label}</td>
          <td>{DEVICE_LABELS[row.device]}</td>
          <td className="py-1">
            <SourceMarks container={row} /> <Disputed containerId={row.id} />
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
