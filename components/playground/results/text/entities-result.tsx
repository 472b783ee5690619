"use client";

import { useState } from "react";

import { formatNumber, formatScore } from "@/lib/format/numbers";
import { type Entities, type Entity, segmentText } from "@/lib/inference/results/entities";

import { labelColours } from "../label-colours";
import { countLabels, Legend } from "../legend";
import { ResultCell, ResultTable } from "../result-table";
import { ScrollArea } from "../scroll-area";

/** More marks than this make a page slow and nobody wiser. */
const MAX_ENTITIES = 300;
const MAX_TEXT = 20_000;

const COLUMNS = [{ head: "Text" }, { head: "Type" }, { head: "Score", isNumber: true }];

/** A text with its entities marked, a legend of the types, and a table of what was found. */
export function EntitiesResult({ drawing: { input, entities } }: { drawing: Entities }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const labels = entities.map((entity) => entity.label);
  const colours = labelColours(labels);
  const shown = entities.slice(0, MAX_ENTITIES).filter((entity) => !hidden.has(entity.label));
  if (entities.length === 0) return <p className="text-muted">The model found no entities in this text.</p>;
  return (
    <div className="flex flex-col gap-4">
      <MarkedText input={input} entities={shown} colours={colours} />
      <Legend name="Types" colours={colours} counts={countLabels(labels)} hidden={hidden} onHidden={setHidden} />
      <ResultTable label="Entities" columns={COLUMNS}>
        {shown.map((entity, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entities of one answer, equal ones are possible
          <tr key={index}>
            <ResultCell>{entity.text}</ResultCell>
            <ResultCell>{entity.label}</ResultCell>
            <ResultCell isNumber>{formatScore(entity.score)}</ResultCell>
          </tr>
        ))}
      </ResultTable>
      {entities.length > MAX_ENTITIES ? (
        <p className="text-sm text-muted">
          The first {MAX_ENTITIES} of {formatNumber(entities.length)} entities are shown. All are in the JSON.
        </p>
      ) : null}
    </div>
  );
}

type MarkedTextProps = { input: string; entities: Entity[]; colours: ReadonlyMap<string, string> };

function MarkedText({ input, entities, colours }: MarkedTextProps) {
  const text = input.slice(0, MAX_TEXT);
  return (
    <ScrollArea className="max-h-120">
      <p className="text-lg leading-loose break-words whitespace-pre-wrap">
        {segmentText(
          text,
          entities.filter((entity) => entity.end <= text.length),
        ).map((segment, index) =>
          segment.entity ? (
            <mark
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
              key={index}
              className="rounded-sm border-b-2 bg-inset box-decoration-clone px-1 py-0.5 text-foreground"
              style={{ borderColor: colours.get(segment.entity.label) }}
            >
              {segment.text}
              <span className="ml-1.5 align-middle text-xs font-medium text-muted">{segment.entity.label}</span>
            </mark>
          ) : (
            segment.text
          ),
        )}
        {input.length > text.length ? "…" : null}
      </p>
    </ScrollArea>
  );
}
