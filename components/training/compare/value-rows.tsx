import type { ReactNode } from "react";

import { plural } from "@/lib/format/numbers";
import type { CompareRow } from "@/lib/training/compare/differences";

import { GroupHead, Row, ValueCell } from "./row";

type Props<T> = {
  title: string;
  rows: readonly CompareRow<T>[];
  columns: number;
  /** Shows rows in which all jobs agree too. */
  showsAll: boolean;
  children: (value: T, row: CompareRow<T>) => ReactNode;
};

/** What the jobs were given, those rows first asked for in which they differ. */
export function ValueRows<T>({ title, rows, columns, showsAll, children }: Props<T>) {
  if (rows.length === 0) return null;
  const shown = showsAll ? rows : rows.filter(({ differs }) => differs);
  return (
    <tbody>
      <GroupHead title={title} note={inShort(rows)} columns={columns} />
      {shown.map((row) => (
        <Row key={row.name} name={<span className="font-mono break-all">{row.name}</span>} differs={row.differs}>
          {row.cells.map(({ value, deviates }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column's place
            <ValueCell key={index} deviates={deviates}>
              {value === null ? null : children(value, row)}
            </ValueCell>
          ))}
        </Row>
      ))}
    </tbody>
  );
}

/** `2 differ, 3 are the same, 1 is hidden and cannot be compared`. */
function inShort(rows: readonly CompareRow<unknown>[]): string {
  const differ = rows.filter(({ differs }) => differs).length;
  const hidden = rows.filter(({ differs, isHidden }) => isHidden && !differs).length;
  const same = rows.length - differ - hidden;
  const parts = [
    differ > 0 ? `${differ} ${differ === 1 ? "differs" : "differ"}` : null,
    same > 0 ? `${same} ${same === 1 ? "is" : "are"} the same` : null,
    hidden > 0 ? `${plural(hidden, "hidden value")} cannot be compared` : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
