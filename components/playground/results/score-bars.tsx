"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { formatNumber, formatScore } from "@/lib/format/numbers";
import type { LabelScore, Scale } from "@/lib/inference/results/labels";

const SHOWN_AT_FIRST = 12;
const MAX_SHOWN = 200;

/** Scores as bars with their words and numbers, best first. */
export function ScoreBars({ scores, scale = "shares" }: { scores: readonly LabelScore[]; scale?: Scale }) {
  const [isLong, setIsLong] = useState(false);
  const shown = scores.slice(0, isLong ? MAX_SHOWN : SHOWN_AT_FIRST);
  const most = scale === "raw" ? Math.max(...shown.map(({ score }) => Math.abs(score))) : 1;
  const left = scores.length - shown.length;
  return (
    <div>
      <ul aria-label="Scores" className="flex flex-col gap-2.5">
        {shown.map(({ label, score }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sorted answer, a label may occur twice
          <li key={index} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1">
            <span className="truncate" title={label}>
              {label}
            </span>
            <span className="text-muted tabular-nums">{scoreText(score, scale)}</span>
            <Bar share={Math.abs(score) / most} isStrong={scale === "independent" ? score >= 0.5 : index === 0} />
          </li>
        ))}
      </ul>
      {left > 0 && !isLong ? (
        <Button size="sm" variant="ghost" className="mt-2 -ml-2.5" onClick={() => setIsLong(true)}>
          Show {formatNumber(Math.min(left, MAX_SHOWN - SHOWN_AT_FIRST))} more
        </Button>
      ) : null}
      {left > 0 && isLong ? (
        <p className="pt-2 text-sm text-muted">{formatNumber(left)} smaller scores are in the JSON.</p>
      ) : null}
    </div>
  );
}

/** A bar whose number stands beside it in words. */
export function Bar({ share, isStrong }: { share: number; isStrong: boolean }) {
  return (
    <span aria-hidden="true" className="col-span-2 h-2 overflow-hidden rounded-full bg-hover">
      <span
        className={cn(
          "block h-full origin-left animate-grow rounded-full",
          isStrong ? "bg-accent" : "bg-border-control",
        )}
        style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
      />
    </span>
  );
}

/** A score as people read it: a share, or a model's raw number as it is. */
export function scoreText(score: number, scale: Scale): string {
  return scale === "raw" ? score.toFixed(3) : formatScore(score);
}
