"use client";

import { ChevronRight } from "lucide-react";
import { type Ref, useState } from "react";

import { DrawingView } from "@/components/playground/results/drawing-view";
import { scoreText } from "@/components/playground/results/score-bars";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import { formatNumber } from "@/lib/format/numbers";
import { shortResult } from "@/lib/inference/results/batch/short-result";
import type { ShownRow } from "@/lib/transform/preview-result";

type Props = { row: ShownRow; index: number; ref: Ref<HTMLTableRowElement> };

/** One record with its answer in short; open, both in full as the playground draws them. */
export function ResultRow({ row, index, ref }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { number, input, drawing, output } = row;
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} className="align-top">
      <td className="border-t border-border px-4 py-2">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? "Close" : "Open"} record ${number}`}
          onClick={() => setOpen(!isOpen)}
          className="-ml-2 inline-flex items-center gap-0.5 rounded-sm text-muted tabular-nums hover:text-foreground"
        >
          <ChevronRight aria-hidden="true" className={cn("size-4 transition-transform", isOpen && "rotate-90")} />
          {formatNumber(number)}
        </button>
      </td>
      <td className="border-t border-border py-2 pr-3">
        {input ? (
          <span className={cn("break-words", isOpen ? "whitespace-pre-wrap" : "line-clamp-2")}>{input}</span>
        ) : (
          <span className="text-muted">not shown</span>
        )}
      </td>
      <td className="border-t border-border py-2 pr-4">
        {isOpen && drawing ? (
          <DrawingView drawing={drawing} />
        ) : (
          <Short drawing={drawing} output={output} isOpen={isOpen} />
        )}
      </td>
    </tr>
  );
}

function Short({ drawing, output, isOpen }: Pick<ShownRow, "drawing" | "output"> & { isOpen: boolean }) {
  if (!drawing) {
    return (
      <span className={cn("font-mono text-xs break-all", isOpen ? "whitespace-pre-wrap" : "line-clamp-2")}>
        {output}
      </span>
    );
  }
  const short = shortResult(drawing);
  return (
    <span className="flex items-start gap-2">
      {drawing.kind === "labels" ? (
        <Badge tone="accent">{short.text}</Badge>
      ) : (
        <span className="line-clamp-2 break-words">{short.text}</span>
      )}
      {short.score === null ? null : (
        <span className="text-muted tabular-nums">
          {scoreText(short.score, drawing.kind === "labels" ? drawing.scale : "shares")}
        </span>
      )}
    </span>
  );
}
