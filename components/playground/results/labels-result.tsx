import { Badge } from "@/components/ui/badge";
import { formatScore } from "@/lib/format/numbers";
import type { Labels } from "@/lib/inference/results/labels";

import { AudioPlayer } from "./audio/audio-player";
import { Picture } from "./image/picture";
import { ScoreBars } from "./score-bars";

/** The best label in large, all of them as bars, and the picture or recording they are about. */
export function LabelsResult({ drawing }: { drawing: Labels }) {
  const { scores, scale, media } = drawing;
  const bars = (
    <div className="flex min-w-0 flex-col gap-4">
      <Verdict drawing={drawing} />
      <ScoreBars scores={scores} scale={scale} />
    </div>
  );
  if (!media) return bars;
  if (media.kind === "audio") {
    return (
      <div className="flex flex-col gap-4">
        <AudioPlayer media={media} />
        {bars}
      </div>
    );
  }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Picture media={media} alt={`The picture that was sent; the model says ${scores[0]?.label ?? "nothing"}`} />
      {bars}
    </div>
  );
}

function Verdict({ drawing: { scores, scale } }: { drawing: Labels }) {
  const [best] = scores;
  if (!best) return null;
  if (scale === "independent") return <ManyLabels scores={scores} />;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="min-w-0 text-2xl font-semibold break-words">{best.label}</span>
      {scale === "shares" ? (
        <span className="text-lg text-muted tabular-nums">{formatScore(best.score)} sure</span>
      ) : (
        <span className="text-sm text-muted">The model's raw numbers: only their order says something.</span>
      )}
    </p>
  );
}

const MAX_NAMED = 12;

function ManyLabels({ scores }: Pick<Labels, "scores">) {
  const likely = scores.filter(({ score }) => score >= 0.5);
  return (
    <div className="flex flex-col gap-1.5">
      {likely.length > 0 ? (
        <ul aria-label="Labels that are more likely than not" className="flex flex-wrap gap-1.5">
          {likely.slice(0, MAX_NAMED).map(({ label }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sorted answer, a label may occur twice
            <li key={index}>
              <Badge tone="accent" className="h-6 text-sm">
                {label}
              </Badge>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-lg font-semibold">No label is more likely than not</p>
      )}
      <p className="text-sm text-muted">Each label is judged on its own, so the scores do not add up to 100%.</p>
    </div>
  );
}
