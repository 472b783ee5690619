"use client";

import { TextValue } from "@/components/training/text-value";
import { Truncate } from "@/components/ui/truncate";
import { channelRows, environmentRows, finalMetricRows, hyperparameterRows } from "@/lib/training/compare/differences";
import type { ComparedJob } from "@/lib/training/compare/view";

import { CompareHead } from "./compare-head";
import { FactRows } from "./fact-rows";
import { FinalMetricRows } from "./final-metric-rows";
import { ValueRows } from "./value-rows";

type Props = { jobs: readonly ComparedJob[]; showsAll: boolean; onRemove: (name: string) => void };

/** The jobs beside each other: what they are, what came out, what they were given. */
export function CompareTable({ jobs, showsAll, onRemove }: Props) {
  const shared = { columns: jobs.length, showsAll };
  return (
    <section
      aria-label="Comparison, scrollable"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-panel border border-border bg-panel -outline-offset-2"
    >
      <table
        aria-label="Comparison"
        // A job's column does not get narrower than its values can be read.
        style={{ minWidth: `${jobs.length * 11 + 6.5}rem` }}
        className="w-full table-fixed border-separate border-spacing-0 text-sm leading-[1.35] [&>tbody:last-child>tr:last-child>*]:border-b-0"
      >
        <CompareHead jobs={jobs} onRemove={onRemove} />
        <FactRows jobs={jobs} />
        <FinalMetricRows rows={finalMetricRows(jobs)} columns={jobs.length} />
        <ValueRows title="Hyperparameters" rows={hyperparameterRows(jobs)} {...shared}>
          {(value, row) => (
            <TextValue value={value} note={hasSeveralTypes(row.cells.map((cell) => cell.value)) ? value.type : null} />
          )}
        </ValueRows>
        <ValueRows title="Environment" rows={environmentRows(jobs)} {...shared}>
          {(value) => <TextValue value={value} />}
        </ValueRows>
        <ValueRows title="Input channels" rows={channelRows(jobs)} {...shared}>
          {({ uri, details }) => (
            <>
              <Truncate text={uri} keepEnd={20} />
              <p className="font-normal text-muted">{details.join(" · ")}</p>
            </>
          )}
        </ValueRows>
      </table>
    </section>
  );
}

function hasSeveralTypes(values: readonly ({ type: string } | null)[]): boolean {
  return new Set(values.flatMap((value) => value?.type ?? [])).size > 1;
}
