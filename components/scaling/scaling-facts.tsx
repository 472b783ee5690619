import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { EndpointMode } from "@/lib/endpoints/config-view";
import { activityDetail, activityTitle } from "@/lib/scaling/activity-words";
import { countOf, nounOf } from "@/lib/scaling/dimensions";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import { suspendedWords } from "@/lib/scaling/policy-words";
import { capacityOf } from "@/lib/scaling/warnings";

const STATES: Record<string, "good" | "danger" | "idle"> = { OK: "good", ALARM: "danger", INSUFFICIENT_DATA: "idle" };

/** How many there are, between which bounds, and what happened last. */
export function ScalingFacts({ scaling, mode }: { scaling: VariantScaling; mode: EndpointMode }) {
  const { config, dimension, state, activities, alarms, variant } = scaling;
  const { current, desired } = capacityOf(dimension, state);
  const newest = activities[0];
  const suspended = config ? suspendedWords(config.suspended) : null;
  const isMoving = current !== null && desired !== null && current !== desired;
  return (
    <DescriptionList
      items={[
        {
          term: `${variant}, ${nounOf(dimension)}`,
          value:
            current === null && desired === null
              ? mode === "serverless"
                ? "None provisioned: it starts environments as calls come."
                : null
              : isMoving
                ? `${current} now, ${desired} asked for`
                : countOf(current ?? desired ?? 0, dimension),
        },
        {
          term: "Bounds",
          value: config ? `${config.min} to ${countOf(config.max, dimension)}` : "Nothing scales it.",
        },
        ...(suspended ? [{ term: "Suspended", value: <StatusBadge tone="warning" label={suspended} /> }] : []),
        ...(newest
          ? [
              {
                term: "Last activity",
                value: (
                  <>
                    <span className="font-medium">{activityTitle(newest)}</span>, <RelativeTime at={newest.at} />.{" "}
                    <span className="text-muted">{activityDetail(newest)}</span>
                  </>
                ),
              },
            ]
          : []),
        ...(alarms.length > 0
          ? [
              {
                term: "Alarms",
                value: (
                  <ul className="flex flex-col gap-1">
                    {alarms.map((alarm) => (
                      <li key={alarm.name} className="flex flex-wrap items-center gap-x-2">
                        <StatusBadge tone={STATES[alarm.state] ?? "idle"} label={alarm.state} />
                        <span className="font-mono text-xs break-all text-muted">{alarm.name}</span>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
