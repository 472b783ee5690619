import type { CsvTraffic } from "./csv";
import { INVOCATIONS } from "./run";
import type { ReplayHistory } from "./view";

/** Uploaded traffic in the place of CloudWatch's; settings, price and start-up time stay the variant's. */
export function withUpload(
  history: ReplayHistory,
  { fromMs, minutes, invocations, instances }: CsvTraffic,
): ReplayHistory {
  const others = (history.settings?.policies ?? []).filter(
    (policy) => (policy.kind === "step" ? policy.alarm.metric : policy.metric) !== INVOCATIONS,
  );
  const silent = others.map(({ name }) => `The policy ${name} has no data: the file holds invocations only.`);
  return {
    ...history,
    fromMs,
    minutes,
    load: { [INVOCATIONS]: { values: invocations, isShared: true } },
    actual: instances,
    leftOut: [...history.leftOut, ...silent],
    metricCalls: 0,
    isSample: false,
  };
}
