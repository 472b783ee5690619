"use client";

import { useState } from "react";

import { Range } from "@/components/ui/range";
import { cn } from "@/lib/cn";
import { formatPercent, formatScore } from "@/lib/format/numbers";
import type { Segments } from "@/lib/inference/results/segments";

import { labelColours } from "../label-colours";
import { countLabels, Legend } from "../legend";
import { ResultCell, ResultTable } from "../result-table";
import { MaskOverlay } from "./mask-overlay";
import { Picture } from "./picture";
import { ThingButton } from "./thing-button";
import { useMasks } from "./use-masks";

const MAX_SEGMENTS = 40;
const PART = { head: "Part" };
const SCORE = { head: "Score", isNumber: true };
const SHARE = { head: "Of the picture", isNumber: true };

/** The picture with each part in a colour; parts can be hidden, and the colours made stronger. */
export function SegmentsResult({ drawing: { media, segments } }: { drawing: Segments }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [opacity, setOpacity] = useState(0.55);
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = segments.slice(0, MAX_SEGMENTS);
  const masks = useMasks(shown);
  const labels = shown.map((segment) => segment.label);
  const colours = labelColours(labels);
  const parts = shown.map((segment, at) => ({
    ...segment,
    at,
    mask: masks[at],
    url: segment.mask,
    colour: colours.get(segment.label) ?? "currentColor",
  }));
  // Semantic models give none.
  const hasScores = shown.some((segment) => segment.score !== null);
  const visible = parts.filter((part) => !hidden.has(part.label));

  return (
    <div className="flex flex-col gap-4">
      <Picture
        media={media}
        alt={`The picture that was sent, with its parts coloured: ${[...colours.keys()].join(", ")}`}
      >
        {() => <MaskOverlay parts={visible} opacity={opacity} pointed={pointed} onPointed={setPointed} />}
      </Picture>
      {segments.length === 0 ? (
        <p className="text-muted">The model found no part that it is sure enough of.</p>
      ) : (
        <>
          <Legend name="Parts" colours={colours} counts={countLabels(labels)} hidden={hidden} onHidden={setHidden} />
          <Range label="Strength of the colours" value={opacity} onChange={setOpacity} text={formatPercent(opacity)} />
          <ResultTable label="Parts found" columns={hasScores ? [PART, SCORE, SHARE] : [PART, SHARE]}>
            {parts.map((part) => (
              <tr
                key={part.at}
                onPointerEnter={() => setPointed(part.at)}
                onPointerLeave={() => setPointed(null)}
                className={cn("transition-colors", part.at === pointed && "bg-hover")}
              >
                <ResultCell>
                  <ThingButton
                    label={part.label}
                    colour={part.colour}
                    onPointed={(isPointed) => setPointed(isPointed ? part.at : null)}
                  />
                  {part.mask === null ? <span className="text-muted"> (its mask is no picture)</span> : null}
                </ResultCell>
                {hasScores ? (
                  <ResultCell isNumber>{part.score === null ? "–" : formatScore(part.score)}</ResultCell>
                ) : null}
                <ResultCell isNumber>{part.mask ? formatScore(part.mask.share) : "–"}</ResultCell>
              </tr>
            ))}
          </ResultTable>
        </>
      )}
      {segments.length > shown.length ? (
        <p className="text-sm text-muted">
          The first {MAX_SEGMENTS} of {segments.length} parts are drawn. All are in the JSON.
        </p>
      ) : null}
    </div>
  );
}
