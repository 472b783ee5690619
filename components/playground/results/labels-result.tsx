import { Badge } from "@/components/ui/badge";
import { formatScore } from "@/lib/format/numbers";
import type { LabelScore } from "@/lib/inference/results/labels";

import { ScoreBars } from "./score-bars";

type Row = { input: string; scores: LabelScore[] };

/** The best label in large, all of them as bars; for several texts a row with its best label each. */
export function LabelsResult({ rows }: { rows: Row[] }) {
  const [only] = rows;
  if (rows.length > 1 || !only) return <LabelsTable rows={rows} />;
  const [best] = only.scores;
  return (
    <div className="flex flex-col gap-4">
      {best ? (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-2xl font-semibold break-words">{best.label}</span>
          <span className="text-lg text-muted tabular-nums">{formatScore(best.score)} sure</span>
        </p>
      ) : null}
      <ScoreBars scores={only.scores} />
    </div>
  );
}

function LabelsTable({ rows }: { rows: Row[] }) {
  return (
    <table aria-label="Best label of each text" className="w-full text-left">
      <thead className="text-xs text-muted">
        <tr>
          <th scope="col" className="pb-1 font-medium">
            Text
          </th>
          <th scope="col" className="pb-1 font-medium">
            Label
          </th>
          <th scope="col" className="pb-1 text-right font-medium">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ input, scores: [best] }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, equal texts are possible
          <tr key={index} className="border-t border-border align-top">
            <td className="py-1.5 pr-3 break-words">{input || `Text ${index + 1}`}</td>
            <td className="py-1.5 pr-3">{best ? <Badge tone="accent">{best.label}</Badge> : null}</td>
            <td className="py-1.5 text-right tabular-nums">{best ? formatScore(best.score) : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
