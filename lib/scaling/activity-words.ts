import { countOf } from "./dimensions";
import type { ActivityView, NotScaled } from "./target-view";

/** Why nothing was scaled, in words and with the numbers (NotScaledReason of Application Auto Scaling's service model). */
export function reasonWords(reason: NotScaled, dimension: string): string {
  const many = (count: number | null) => (count === null ? "what it has" : countOf(count, dimension));
  switch (reason.code) {
    case "AlreadyAtMaxCapacity":
      return `It asked for more, but ${many(reason.max)} is the maximum. Raise the maximum to let it grow.`;
    case "AlreadyAtMinCapacity":
      return `It asked for fewer, but ${many(reason.min)} is the minimum.`;
    case "AlreadyAtDesiredCapacity":
      return `${many(reason.current)} is already what the policy asks for.`;
    case "AutoScalingAnticipatedFlapping":
      return `With fewer than ${many(reason.current)} the metric would be over its target again at once, so it stays.`;
    case "TargetServicePutResourceAsUnscalable":
      return `SageMaker was still changing the endpoint and takes one change at a time; it stays at ${many(reason.current)} until that has ended.`;
    default:
      return `It was not scaled: ${reason.code}.`;
  }
}

/** What an activity did, in one line. */
export function activityTitle(activity: ActivityView): string {
  if (activity.reasons.length > 0) return "Not scaled";
  if (activity.status === "Failed") return "Could not scale";
  if (activity.status === "Overridden") return "Overtaken by a later change";
  const bounds = boundsWords(activity.description);
  if (bounds !== null) return bounds;
  const to = wantedBy(activity);
  const done = activity.status === "Successful" ? "Scaled to" : "Scaling to";
  return to === null ? activity.description : `${done} ${countOf(to, activity.dimension)}`;
}

/** The details: AWS's message where it failed, reasons where nothing was scaled, else the cause. */
export function activityDetail(activity: ActivityView): string {
  if (activity.reasons.length > 0)
    return activity.reasons.map((each) => reasonWords(each, activity.dimension)).join(" ");
  if (activity.status === "Failed" || activity.status === "Unfulfilled")
    return activity.message ?? activity.description;
  return causeWords(activity.cause);
}

/** How many an activity asked for; null where its description does not say. */
export function wantedBy({ description, reasons }: Pick<ActivityView, "description" | "reasons">): number | null {
  const found = reasons.length === 0 ? /^Setting desired .* to (\d+)\.?$/.exec(description)?.[1] : undefined;
  return found === undefined ? null : Number(found);
}

/** `Minimum set to 2, maximum to 6`: what a scheduled action did, which is no change of capacity by itself. */
function boundsWords(description: string): string | null {
  if (!description.startsWith("Setting m")) return null;
  const min = /min capacity to (\d+)/.exec(description)?.[1];
  const max = /max capacity to (\d+)/.exec(description)?.[1];
  if (min && max) return `Minimum set to ${min}, maximum to ${max}`;
  return min ? `Minimum set to ${min}` : max ? `Maximum set to ${max}` : null;
}

/** AWS's cause without the identifiers that only machines need. */
export function causeWords(cause: string): string {
  const alarm = /monitor alarm (\S+) in state (\S+) triggered policy (.+)$/.exec(cause);
  if (alarm) {
    const side = alarm[1]?.includes("-AlarmHigh-") ? "above" : alarm[1]?.includes("-AlarmLow-") ? "below" : null;
    const why = side ? `the metric was ${side} the target` : `the alarm ${alarm[1]} was on`;
    return `Policy ${alarm[3]}: ${why}.`;
  }
  const scheduled = /^scheduled action name (.+) was triggered$/.exec(cause)?.[1];
  if (scheduled) return `The scheduled action ${scheduled} ran.`;
  return cause === "" ? "" : `${cause.charAt(0).toUpperCase()}${cause.slice(1)}${cause.endsWith(".") ? "" : "."}`;
}
