import { formatScore } from "@/lib/format/numbers";
import { type Entity, segmentText } from "@/lib/inference/results/entities";

import { entityColours } from "./entity-colours";

type Row = { input: string; entities: Entity[] };

/** Texts with their entities marked, a legend of the types, and a table of what was found. */
export function EntitiesResult({ rows }: { rows: Row[] }) {
  const all = rows.flatMap((row) => row.entities);
  const colours = entityColours(all);
  if (all.length === 0) return <p className="text-muted">The model found no entities in this text.</p>;
  return (
    <div className="flex flex-col gap-4">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, equal texts are possible
        <MarkedText key={index} row={row} colours={colours} />
      ))}
      <ul aria-label="Types" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[...colours].map(([label, colour]) => (
          <li key={label} className="flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-sm" style={{ background: colour }} />
            {label}
          </li>
        ))}
      </ul>
      <table aria-label="Entities" className="w-full text-left text-sm">
        <thead className="text-xs text-muted">
          <tr>
            {["Text", "Type"].map((head) => (
              <th key={head} scope="col" className="pb-1 font-medium">
                {head}
              </th>
            ))}
            <th scope="col" className="pb-1 text-right font-medium">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((entity, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entities of one answer, equal ones are possible
            <tr key={index} className="border-t border-border">
              <td className="py-1.5 pr-3 break-words">{entity.text}</td>
              <td className="py-1.5 pr-3">{entity.label}</td>
              <td className="py-1.5 text-right tabular-nums">{formatScore(entity.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MarkedText({ row, colours }: { row: Row; colours: Map<string, string> }) {
  return (
    <p className="text-lg leading-loose break-words whitespace-pre-wrap">
      {segmentText(row.input, row.entities).map(({ text, entity }, index) =>
        entity ? (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
            key={index}
            className="rounded-sm border-b-2 bg-inset px-1 py-0.5 text-foreground"
            style={{ borderColor: colours.get(entity.label) }}
          >
            {text}
            <span className="ml-1.5 align-middle text-xs font-medium text-muted">{entity.label}</span>
          </mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}
