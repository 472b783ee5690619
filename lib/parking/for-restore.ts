import { EXPIRES_AT_TAG, isExpired } from "@/lib/endpoints/expiry";
import type { AwsCall } from "@/lib/specification/view";

type Tag = { Key: string; Value: string };

/**
 * The calls that can still be sent, and a sentence for each thing whose time has passed meanwhile: AWS refuses scheduled
 * actions in the past, and an expiry in the past would have the endpoint deleted again. `now` in epoch milliseconds.
 */
export function forRestore(calls: readonly AwsCall[], now: number): { calls: AwsCall[]; left: string[] } {
  const left: string[] = [];
  const kept = calls.flatMap((call) => {
    if (call.operation === "PutScheduledAction") return scheduled(call, now, left);
    if (call.operation === "CreateEndpoint") return [withoutOldExpiry(call, now, left)];
    return [call];
  });
  return { calls: kept, left };
}

function scheduled(call: AwsCall, now: number, left: string[]): AwsCall[] {
  const { StartTime, EndTime, Schedule, ScheduledActionName } = call.input as Record<string, string | undefined>;
  const once = /^at\((.+)\)$/.exec(Schedule ?? "")?.[1];
  const isOver = isPast(EndTime, now) || isPast(once && `${once}Z`, now);
  if (isOver) {
    left.push(`The scheduled action ${ScheduledActionName} is over.`);
    return [];
  }
  if (!isPast(StartTime, now)) return [call];
  const { StartTime: _, ...input } = call.input;
  return [{ ...call, input }];
}

function withoutOldExpiry(call: AwsCall, now: number, left: string[]): AwsCall {
  const tags = (call.input.Tags ?? []) as Tag[];
  const expiry = tags.find(({ Key }) => Key === EXPIRES_AT_TAG);
  if (!expiry || !isExpired(expiry.Value, now)) return call;
  left.push("The expiry has passed and is not set again.");
  return { ...call, input: { ...call.input, Tags: tags.filter((tag) => tag !== expiry) } };
}

function isPast(at: string | undefined, now: number): boolean {
  return at !== undefined && Date.parse(at) <= now;
}
