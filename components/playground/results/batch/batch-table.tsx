"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useState } from "react";

import { cn } from "@/lib/cn";
import type { BatchColumn, BatchLine, BatchSorting } from "@/lib/inference/results/batch/batch-lines";

import { BatchRow } from "./batch-row";

type Props = { lines: readonly BatchLine[]; sorting: BatchSorting; onSorting: (sorting: BatchSorting) => void };

const COLUMNS: { id: BatchColumn; name: string; className?: string }[] = [
  { id: "number", name: "#", className: "w-14" },
  { id: "input", name: "Input" },
  { id: "result", name: "Result" },
  { id: "score", name: "Score", className: "w-20 text-right" },
];

/** Inputs with their answers in short; a row opens below itself. */
export function BatchTable({ lines, sorting, onSorting }: Props) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const hasScores = lines.some(({ short }) => short.score !== null);
  const columns = hasScores ? COLUMNS : COLUMNS.filter(({ id }) => id !== "score");

  function toggle(number: number) {
    const next = new Set(open);
    if (!next.delete(number)) next.add(number);
    setOpen(next);
  }

  return (
    <table aria-label="Answers" className="w-full table-fixed text-left text-sm">
      <thead className="text-xs text-muted">
        <tr>
          {columns.map(({ id, name, className }) => (
            <Head
              key={id}
              name={name}
              className={className}
              sorted={sorting.by === id ? (sorting.isDown ? "descending" : "ascending") : "none"}
              onSort={() => onSorting({ by: id, isDown: sorting.by === id && !sorting.isDown })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <BatchRow
            key={line.number}
            line={line}
            hasScore={hasScores}
            isOpen={open.has(line.number)}
            onToggle={() => toggle(line.number)}
          />
        ))}
        {lines.length === 0 ? (
          <tr>
            <td colSpan={columns.length} className="border-t border-border py-3 text-muted">
              Nothing matches.
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

type HeadProps = {
  name: string;
  className?: string;
  sorted: "ascending" | "descending" | "none";
  onSort: () => void;
};

function Head({ name, className, sorted, onSort }: HeadProps) {
  const Icon = sorted === "ascending" ? ArrowUp : sorted === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th scope="col" aria-sort={sorted} className={cn("pb-1 font-medium", className)}>
      <button
        type="button"
        onClick={onSort}
        className={cn(
          "inline-flex h-7 items-center gap-1 rounded-sm font-medium hover:text-foreground",
          sorted !== "none" && "text-foreground",
        )}
      >
        {name}
        <Icon aria-hidden="true" className={cn("size-3.5", sorted === "none" && "opacity-60")} />
      </button>
    </th>
  );
}
