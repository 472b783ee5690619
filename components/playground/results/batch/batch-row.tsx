import { ChevronRight } from "lucide-react";
import { useId } from "react";

import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import type { BatchLine } from "@/lib/inference/results/batch/batch-lines";

import { DrawingView } from "../drawing-view";
import { scoreText } from "../score-bars";

type Props = { line: BatchLine; hasScore: boolean; isOpen: boolean; onToggle: () => void };

/** One input and its answer in short; open, the whole of both. */
export function BatchRow({ line: { number, input, drawing, short }, hasScore, isOpen, onToggle }: Props) {
  const id = useId();
  const scale = drawing.kind === "labels" ? drawing.scale : "shares";
  return (
    <>
      <tr className="align-top">
        <td className="border-t border-border py-1.5">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={`${isOpen ? "Close" : "Open"} answer ${number}`}
            onClick={onToggle}
            className="inline-flex items-center gap-0.5 rounded-sm text-muted tabular-nums hover:text-foreground"
          >
            <ChevronRight aria-hidden="true" className={cn("size-4 transition-transform", isOpen && "rotate-90")} />
            {number}
          </button>
        </td>
        <td className="border-t border-border py-1.5 pr-3">
          <span className={cn("break-words", isOpen ? "whitespace-pre-wrap" : "line-clamp-2")}>{input}</span>
        </td>
        <td className="border-t border-border py-1.5 pr-3">
          {drawing.kind === "labels" ? (
            <Badge tone="accent" className="max-w-full">
              <span className="truncate">{short.text}</span>
            </Badge>
          ) : (
            <span className="line-clamp-2 break-words">{short.text}</span>
          )}
        </td>
        {hasScore ? (
          <td className="border-t border-border py-1.5 text-right tabular-nums">
            {short.score === null ? "–" : scoreText(short.score, scale)}
          </td>
        ) : null}
      </tr>
      {isOpen ? (
        <tr id={id}>
          <td colSpan={hasScore ? 4 : 3} className="pt-1 pb-4 pl-5 text-base">
            <div className="animate-enter">
              <DrawingView drawing={drawing} />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}
