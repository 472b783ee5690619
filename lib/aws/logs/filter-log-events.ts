import "server-only";
import { type FilteredLogEvent, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import type { LogEvent } from "@/lib/logs/view";

import { type AwsTarget, logsClient } from "../client";
import { toAppError } from "../errors";

export type FilterQuery = {
  /** Only this stream; otherwise all, or with `prefix` those whose names begin so. */
  stream?: string | undefined;
  prefix?: string | undefined;
  pattern?: string | undefined;
  /** Epoch milliseconds, both included. */
  from?: number | undefined;
  to?: number | undefined;
  token?: string | undefined;
  limit: number;
};

/** One answer of CloudWatch: events in order of time, perhaps none, and the token to go on; null at the end. */
export async function filterLogEvents(
  target: AwsTarget,
  group: string,
  { stream, prefix, pattern, from, to, token, limit }: FilterQuery,
): Promise<{ events: LogEvent[]; token: string | null }> {
  try {
    const out = await logsClient(target).send(
      new FilterLogEventsCommand({
        logGroupName: group,
        logStreamNames: stream ? [stream] : undefined,
        logStreamNamePrefix: stream ? undefined : prefix,
        filterPattern: pattern,
        startTime: from,
        endTime: to,
        nextToken: token,
        limit,
      }),
    );
    return { events: (out.events ?? []).map(toEvent), token: out.nextToken ?? null };
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** In order of time; what has one time stays as it was written, such as a traceback's lines. */
export function inOrderOfTime(events: LogEvent[]): LogEvent[] {
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function toEvent(event: FilteredLogEvent, index: number): LogEvent {
  const { eventId, timestamp = 0, logStreamName = "", message = "" } = event;
  return {
    id: eventId ?? `${logStreamName}/${timestamp}/${index}`,
    at: new Date(timestamp).toISOString(),
    stream: logStreamName,
    message,
  };
}
