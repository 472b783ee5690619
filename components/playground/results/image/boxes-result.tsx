"use client";

import { useState } from "react";

import { Range } from "@/components/ui/range";
import { cn } from "@/lib/cn";
import { formatNumber, formatPercent, formatScore, plural } from "@/lib/format/numbers";
import type { Box, Boxes } from "@/lib/inference/results/boxes";
import { labelColours } from "../label-colours";
import { countLabels, Legend } from "../legend";
import { ResultCell, ResultTable } from "../result-table";
import { BoxOverlay } from "./box-overlay";
import { Picture } from "./picture";
import { ThingButton } from "./thing-button";

const MAX_BOXES = 100;
const COLUMNS = [
  { head: "Thing" },
  { head: "Score", isNumber: true },
  { head: "Left, top", isNumber: true },
  { head: "Size (px)", isNumber: true },
];

/** The picture with a box around each thing; labels can be hidden, unsure boxes left out, and rows point at their box. */
export function BoxesResult({ drawing: { media, boxes } }: { drawing: Boxes }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [threshold, setThreshold] = useState(0);
  const [pointed, setPointed] = useState<Box | null>(null);
  const labels = boxes.map((box) => box.label);
  const colours = labelColours(labels);
  const chosen = boxes.filter((box) => box.score >= threshold && !hidden.has(box.label));
  const shown = chosen.slice(0, MAX_BOXES);

  return (
    <div className="flex flex-col gap-4">
      <Picture
        media={media}
        alt={`The picture that was sent, with ${plural(shown.length, "box", "boxes")} drawn over it`}
      >
        {(size) => <BoxOverlay size={size} boxes={shown} colours={colours} pointed={pointed} onPointed={setPointed} />}
      </Picture>
      {boxes.length === 0 ? (
        <p className="text-muted">The model found nothing that it is sure enough of.</p>
      ) : (
        <>
          <Legend name="Labels" colours={colours} counts={countLabels(labels)} hidden={hidden} onHidden={setHidden} />
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <Range label="Score at least" value={threshold} onChange={setThreshold} text={formatPercent(threshold)} />
            <p aria-live="polite" className="text-sm text-muted">
              {formatNumber(shown.length)} of {plural(boxes.length, "box", "boxes")} shown
              {chosen.length > shown.length ? ", those with the best scores; all are in the JSON" : null}
            </p>
          </div>
          <ResultTable label="Things found" columns={COLUMNS}>
            {shown.map((box, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: boxes of one answer, equal ones are possible
                key={index}
                onPointerEnter={() => setPointed(box)}
                onPointerLeave={() => setPointed(null)}
                className={cn("transition-colors", box === pointed && "bg-hover")}
              >
                <ResultCell>
                  <ThingButton
                    label={box.label}
                    colour={colours.get(box.label)}
                    onPointed={(isPointed) => setPointed(isPointed ? box : null)}
                  />
                </ResultCell>
                <ResultCell isNumber>{formatScore(box.score)}</ResultCell>
                <ResultCell isNumber>
                  {Math.round(box.xmin)}, {Math.round(box.ymin)}
                </ResultCell>
                <ResultCell isNumber>
                  {Math.round(box.xmax - box.xmin)} × {Math.round(box.ymax - box.ymin)}
                </ResultCell>
              </tr>
            ))}
          </ResultTable>
        </>
      )}
    </div>
  );
}
