import { Download } from "lucide-react";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { HelpMark } from "@/components/ui/help-mark";
import { saveFile } from "@/components/ui/save-file";
import { formatNumber } from "@/lib/format/numbers";
import { norm, type Vectors } from "@/lib/inference/results/vectors";

import { HeatStrip } from "./heat-strip";

const SHOWN_VALUES = 8;

/** The shape of the vectors, their values as colours, and their mean to copy. */
export function VectorsResult({ drawing: { shape, tokens, pooled } }: { drawing: Vectors }) {
  const json = JSON.stringify(pooled);
  return (
    <div className="flex flex-col gap-4">
      <DescriptionList
        items={[
          {
            term: "Shape",
            value: (
              <span className="tabular-nums">
                {shape.map(formatNumber).join(" × ")}
                {shape.length === 3 ? <span className="text-muted"> (texts × tokens × dimensions)</span> : null}
              </span>
            ),
          },
          { term: "Range", value: <span className="tabular-nums">{range(tokens)}</span> },
          {
            term: (
              <span className="inline-flex items-center">
                Mean vector
                <HelpMark label="Mean vector">
                  The average of all token vectors, the start and end marks among them. It stands for the whole text
                  when you compare texts.
                </HelpMark>
              </span>
            ),
            value: (
              <span className="tabular-nums">
                length {norm(pooled).toFixed(3)}, {formatNumber(pooled.length)} numbers
              </span>
            ),
          },
        ]}
      />
      <HeatStrip tokens={tokens} />
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 truncate rounded-control bg-inset px-2.5 py-1.5 text-sm">
          [
          {pooled
            .slice(0, SHOWN_VALUES)
            .map((value) => value.toFixed(4))
            .join(", ")}
          {pooled.length > SHOWN_VALUES ? ", …" : null}]
        </code>
        <CopyButton value={json} label="Copy the mean vector" />
        <Button size="sm" onClick={() => saveFile("mean-vector.json", json, "application/json")}>
          <Download aria-hidden="true" />
          Download
        </Button>
      </div>
    </div>
  );
}

function range(tokens: readonly (readonly number[])[]): string {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const token of tokens) {
    for (const value of token) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return `${low.toFixed(3)} to ${high.toFixed(3)}`;
}
