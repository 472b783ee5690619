import { Panel } from "@/components/ui/panel";
import type { ReplayHistory } from "@/lib/scaling/replay/view";

/** The rules that a replay follows, from AWS's documentation, and what it takes for granted. */
export function ReplayAssumptions({ history }: { history: ReplayHistory }) {
  const notes = [
    ...history.assumed,
    ...history.leftOut.map((each) => `Left out: ${each}`),
    ...(history.settings?.actions.length ? ["Scheduled actions run as if they had been there all the time."] : []),
  ];
  return (
    <Panel title="What the replay does, and what it assumes">
      <div className="grid grid-cols-2 gap-6 text-sm max-md:grid-cols-1">
        <div>
          <h3 className="pb-1 font-medium">As Application Auto Scaling documents it</h3>
          <ul className="list-disc space-y-1 pl-5 text-muted">
            <li>Out when 3 of 3 minutes are above the target; in when 15 of 15 are below 90 % of it.</li>
            <li>The new count is in proportion to how far the metric is from the target, rounded up.</li>
            <li>
              Within the scale-out cooldown only a larger scale-out counts. A scale-out ends the scale-in cooldown.
            </li>
            <li>Of several policies the largest count wins; in goes only what all tracking policies agree to.</li>
            <li>Step policies act on their alarms. Bounds of scheduled actions count at once, without cooldown.</li>
            <li>Minutes without data raise no alarm. While instances start, nothing else changes.</li>
          </ul>
        </div>
        <div>
          <h3 className="pb-1 font-medium">Assumed</h3>
          <ul className="list-disc space-y-1 pl-5 text-muted">
            <li>Callers would have called as often with other settings, and the load is shared evenly.</li>
            <li>Every start takes the same time, and instances that go are gone within the minute.</li>
            <li>Today's settings held for the whole time. AWS's alarms may see a minute one or two minutes late.</li>
            <li>
              The count that really ran is the number of samples of CPUUtilization, one a minute from each instance.
            </li>
            <li>Price times hours, on demand; what runs beside the instances is not in it.</li>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  );
}
