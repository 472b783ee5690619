import { formatMeasure } from "@/lib/format/numbers";
import type { CompareRow } from "@/lib/training/compare/differences";

import { GroupHead, Row, ValueCell } from "./row";

/** The newest or final value of each metric. Which of them is best only the reader knows. */
export function FinalMetricRows({ rows, columns }: { rows: readonly CompareRow<number>[]; columns: number }) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <GroupHead title="Final metrics" columns={columns} />
      {rows.map(({ name, cells }) => (
        <Row key={name} name={<span className="break-all">{name}</span>}>
          {cells.map(({ value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column's place
            <ValueCell key={index}>
              {value === null ? null : (
                <span className="text-base font-semibold tabular-nums">{formatMeasure(value)}</span>
              )}
            </ValueCell>
          ))}
        </Row>
      ))}
    </tbody>
  );
}
