import "server-only";
import { GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import type { LogEvent } from "@/lib/logs/view";

import { type AwsTarget, logsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

type Query = {
  stream: string;
  /** From the given time or the beginning onwards; otherwise from the given time or the end backwards. */
  isForward: boolean;
  /** Epoch milliseconds: forward the first, backward the one that is not wanted any more. */
  at?: number | undefined;
  /** Where an earlier read in the same direction ended. */
  token?: string | undefined;
  limit: number;
};

/** Events of a stream in the order they were written, and the tokens to go on with; `isEnd`: nothing follows so far. */
type StreamEvents = { events: LogEvent[]; forward: string; backward: string; isEnd: boolean };

const TAIL_TTL_MS = 2_000;
/** CloudWatch may answer without events although more follow: then the token has moved on. */
const MAX_EMPTY = 8;

/** The same in calls shared by everybody who looks at the same place. */
export function sharedLogEvents(target: AwsTarget, group: string, query: Query): Promise<StreamEvents> {
  return cachedRead(target, "GetLogEvents", [group, query], TAIL_TTL_MS, () => getLogEvents(target, group, query));
}

/** Reads a stream onwards or backwards. */
export async function getLogEvents(target: AwsTarget, group: string, query: Query): Promise<StreamEvents> {
  const { stream, isForward, at, limit } = query;
  let { token } = query;
  try {
    for (let call = 1; ; call += 1) {
      const out = await logsClient(target).send(
        new GetLogEventsCommand({
          logGroupName: group,
          logStreamName: stream,
          nextToken: token,
          startFromHead: isForward,
          ...(at !== undefined && (isForward ? { startTime: at } : { endTime: at })),
          limit,
        }),
      );
      const [forward, backward] = [out.nextForwardToken ?? "", out.nextBackwardToken ?? ""];
      const next = isForward ? forward : backward;
      // At an end CloudWatch hands the same token back.
      const isEnd = next === token || next === "";
      const events = (out.events ?? []).map(({ timestamp = 0, message = "" }, index): LogEvent => {
        const id = `${stream}/${timestamp}/${index}/${token ?? `${isForward}${at}`}`;
        return { id, at: new Date(timestamp).toISOString(), stream, message };
      });
      if (events.length > 0 || isEnd || call === MAX_EMPTY) return { events, forward, backward, isEnd };
      token = next;
    }
  } catch (cause) {
    throw toAppError(cause);
  }
}
