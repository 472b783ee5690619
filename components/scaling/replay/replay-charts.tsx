import { TimeFigure } from "@/components/charts/time-figure";
import { Panel } from "@/components/ui/panel";
import type { TimeLine } from "@/lib/charts/time-chart";
import { plural } from "@/lib/format/numbers";
import { INVOCATIONS } from "@/lib/scaling/replay/run";
import { minutesPerPoint, thin } from "@/lib/scaling/replay/thin";
import type { ReplayHistory, ReplayRun } from "@/lib/scaling/replay/view";

type ReplayChartsProps = { endpoint: string; history: ReplayHistory; current: ReplayRun; changed: ReplayRun };

/** The traffic, and below it the instances that were and would have been. */
export function ReplayCharts({ endpoint, history, current, changed }: ReplayChartsProps) {
  const size = minutesPerPoint(history.minutes);
  const count = Math.ceil(history.minutes / size);
  const times = Array.from({ length: count }, (_, index) => history.fromMs / 1_000 + index * size * 60);
  const line = (name: string, hue: number, values: ArrayLike<number | null>): TimeLine => ({
    name,
    hue,
    values: thin(values, size),
    previous: null,
    summary: { label: "at most", value: highest(values), previous: null },
  });
  const hasActual = history.actual.some((value) => value !== null);
  const instances = [
    ...(hasActual ? [line("as it was", 6, history.actual)] : []),
    line(history.settings ? "today's settings" : "without scaling", 1, current.running),
    line("changed", 2, changed.running),
  ];
  const traffic = [line("invocations", 3, history.load[INVOCATIONS]?.values ?? [])];
  return (
    <Panel
      title="Minute by minute"
      description={size > 1 ? `Each point is the highest of ${plural(size, "minute")}.` : undefined}
    >
      <div className="flex flex-col gap-4">
        <TimeFigure
          title="Instances"
          chart={{ times, lines: instances, unit: "" }}
          fileName={`${endpoint}-replayed-instances`}
          syncKey="replay"
        />
        <TimeFigure
          title="Invocations a minute"
          empty="Nobody called in this time."
          chart={{ times, lines: traffic, unit: "" }}
          fileName={`${endpoint}-replayed-traffic`}
          syncKey="replay"
        />
      </div>
    </Panel>
  );
}

function highest(values: ArrayLike<number | null>): number {
  let most = 0;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, values[index] ?? 0);
  return most;
}
