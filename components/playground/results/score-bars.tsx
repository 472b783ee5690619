import { formatScore } from "@/lib/format/numbers";
import type { LabelScore } from "@/lib/inference/results/labels";

const MAX_SHOWN = 12;

/** Scores as bars with their words and numbers, best first. */
export function ScoreBars({ scores }: { scores: LabelScore[] }) {
  const shown = scores.slice(0, MAX_SHOWN);
  return (
    <div>
      <ul aria-label="Scores" className="flex flex-col gap-2.5">
        {shown.map(({ label, score }, index) => (
          <li key={label} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1">
            <span className="truncate" title={label}>
              {label}
            </span>
            <span className="text-muted tabular-nums">{formatScore(score)}</span>
            <span aria-hidden="true" className="col-span-2 h-2 overflow-hidden rounded-full bg-hover">
              <span
                className={`block h-full origin-left animate-grow rounded-full ${index === 0 ? "bg-accent" : "bg-border-control"}`}
                style={{ width: `${Math.max(0, Math.min(1, score)) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      {scores.length > shown.length ? (
        <p className="pt-2 text-sm text-muted">{scores.length - shown.length} smaller scores are in the JSON.</p>
      ) : null}
    </div>
  );
}
