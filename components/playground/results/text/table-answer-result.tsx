import { Check } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import { formatNumber } from "@/lib/format/numbers";
import { aggregate, type TableAnswer } from "@/lib/inference/results/table-answer";

import { ScrollArea } from "../scroll-area";

const MAX_ROWS = 100;

/** The answer in large, and the table with the cells marked that it was read from. */
export function TableAnswerResult({ drawing }: { drawing: TableAnswer }) {
  const { columns, rows, coordinates } = drawing;
  const marked = new Set(coordinates.map(([row, column]) => `${row} ${column}`));
  const answerRows = new Set(coordinates.map(([row]) => row));
  const shown = rows.map((cells, row) => ({ cells, row })).filter(({ row }) => row < MAX_ROWS || answerRows.has(row));
  return (
    <div className="flex flex-col gap-4">
      <Answer drawing={drawing} />
      {columns.length > 0 ? (
        <ScrollArea className="max-h-96 rounded-control border border-border">
          <table
            aria-label="The table, answer cells marked"
            className="w-full border-separate border-spacing-0 text-sm"
          >
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className="sticky top-0 border-b border-border bg-inset px-3 py-1.5 text-left text-xs font-medium text-muted"
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="[&>tr:last-child>td]:border-b-0">
              {shown.map(({ cells, row }) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns keep their places
                    <Cell key={column} text={cell} isAnswer={marked.has(`${row} ${column}`)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      ) : null}
      {rows.length > shown.length ? (
        <p className="text-sm text-muted">
          {formatNumber(shown.length)} of {formatNumber(rows.length)} rows are shown, those of the answer among them.
        </p>
      ) : null}
    </div>
  );
}

function Answer({ drawing }: { drawing: TableAnswer }) {
  const { aggregator } = drawing;
  // TAPAS repeats the aggregator before the cells.
  const cells = drawing.answer.replace(/^[A-Z]+ > /, "") || "No cell";
  const value = aggregate(drawing);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 break-words">
        <span className="min-w-0 text-2xl font-semibold tabular-nums">
          {value === null ? cells : formatNumber(value)}
        </span>
        {aggregator ? <Badge tone="accent">{AGGREGATORS[aggregator] ?? aggregator}</Badge> : null}
      </p>
      {value === null ? null : (
        <p className="text-sm break-words text-muted">Worked out here from what the model answered: {drawing.answer}</p>
      )}
    </div>
  );
}

const AGGREGATORS: Record<string, string> = { SUM: "Sum", AVERAGE: "Average", COUNT: "Count" };

function Cell({ text, isAnswer }: { text: string; isAnswer: boolean }) {
  return (
    <td
      className={cn(
        "border-b border-border px-3 py-1.5",
        isAnswer && "bg-accent-soft font-semibold text-accent-text inset-ring inset-ring-accent",
      )}
    >
      {text}
      {isAnswer ? (
        <>
          <Check aria-hidden="true" className="ml-1.5 inline size-3.5 align-[-0.15em]" />
          <span className="sr-only">, part of the answer</span>
        </>
      ) : null}
    </td>
  );
}
