"use client";

import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { useDebounced } from "@/components/ui/use-debounced";
import { formatDuration } from "@/lib/format/duration";
import { formatPercent, plural } from "@/lib/format/numbers";
import { bestPoints } from "@/lib/scaling/replay/sweep";
import type { ReplayChange } from "@/lib/scaling/replay/view";
import { BestSettings } from "./best-settings";
import { SweepPlot } from "./sweep-plot";
import { type LoadedClient, useSweep } from "./use-replay-runs";

/** A sweep takes a second of the worker: it begins when typing has rested. */
const REST_MS = 500;

type SweepPanelProps = {
  client: LoadedClient | null;
  now: ReplayChange;
  change: ReplayChange;
  judging: { judgedBy: number; startUpMinutes: number };
  usdPerHour: number | null;
  onTry: (target: number, max: number) => void;
};

/** Targets and maxima around today's, as what they cost against when they would not have sufficed. */
export function SweepPanel({ client, now, change, judging, usdPerHour, onTry }: SweepPanelProps) {
  // Around today's target and maximum: trying one of the points must not move the others.
  const around = useDebounced(
    JSON.stringify({ ...change, target: now.target, max: Math.max(now.max, change.min) }),
    REST_MS,
  );
  const { sweep, share } = useSweep(client, JSON.parse(around) as ReplayChange, judging);
  const outcome = sweep.data;
  return (
    <Panel
      title="Cost against overload"
      description={
        outcome
          ? `${plural(outcome.points.length, "setting")} of target and maximum, replayed in ${formatDuration(outcome.ms)}. The other settings are those above.`
          : "Many settings of target and maximum at once."
      }
    >
      {sweep.error ? (
        <Callout tone="danger" title="The sweep failed">
          {sweep.error.message}
        </Callout>
      ) : outcome ? (
        <div className="grid grid-cols-[3fr_2fr] gap-6 max-lg:grid-cols-1">
          <SweepPlot
            points={outcome.points}
            best={bestPoints(outcome.points)}
            now={now}
            change={change}
            usdPerHour={usdPerHour}
            onTry={onTry}
          />
          <BestSettings
            points={bestPoints(outcome.points)}
            now={now}
            change={change}
            usdPerHour={usdPerHour}
            onTry={onTry}
          />
        </div>
      ) : (
        <div role="status" className="flex flex-col gap-2">
          <span className="text-sm text-muted">Replaying many settings: {formatPercent(share)}</span>
          <Skeleton className="h-56 w-full" />
        </div>
      )}
    </Panel>
  );
}
