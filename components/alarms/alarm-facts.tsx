import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Truncate } from "@/components/ui/truncate";
import { isTopic } from "@/lib/alarms/request";
import { type AlarmView, topicName } from "@/lib/alarms/view";
import { MISSING_WORDS } from "@/lib/alarms/words";

import { WatchedEndpoint } from "./alarm-link";

/** What an alarm is made of. */
export function AlarmFacts({ alarm }: { alarm: AlarmView }) {
  const { metric, rule } = alarm;
  return (
    <DescriptionList
      items={[
        { term: "Because", value: alarm.reason },
        { term: "Since", value: <RelativeTime at={alarm.stateAt} /> },
        { term: "Endpoint", value: <WatchedEndpoint alarm={alarm} /> },
        ...(alarm.variant ? [{ term: "Variant", value: <span className="font-mono">{alarm.variant}</span> }] : []),
        {
          term: "Metric",
          value: metric ? (
            <span className="font-mono text-sm break-all">
              {metric.namespace} {metric.name} {metric.stat}
            </span>
          ) : (
            "an expression of several metrics"
          ),
        },
        ...(rule ? [{ term: "A period without data", value: MISSING_WORDS[rule.missing] }] : []),
        { term: "Notifies", value: <Actions alarm={alarm} /> },
        { term: "Description", value: alarm.description },
        { term: "Last edited", value: <RelativeTime at={alarm.configuredAt} /> },
        { term: "ARN", value: <Truncate text={alarm.arn} keepEnd={20} copyLabel="Copy ARN" /> },
      ]}
    />
  );
}

function Actions({ alarm }: { alarm: AlarmView }) {
  if (alarm.isOfScaling) return "its scaling policy, which owns it";
  if (alarm.alarmActions.length === 0) return "nobody";
  const words = alarm.alarmActions.map((arn) => (isTopic(arn) ? `topic ${topicName(arn)}` : arn)).join(", ");
  return alarm.isTelling ? words : `${words} (its actions are switched off)`;
}
