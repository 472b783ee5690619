import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { sharedLogEvents } from "@/lib/aws/logs/get-log-events";
import type { ReadLogsInput } from "./schema";
import type { LogEvent, LogPage } from "./view";

/** Half of the mebibyte with which CloudWatch ends an answer. */
const SHORT_CHARACTERS = 512 * 1024;

type Query = Omit<ReadLogsInput, "stream"> & { stream: string };

/** A stretch of one stream, found by CloudWatch's own tokens. */
export async function readStream(target: AwsTarget, group: string, query: Query): Promise<LogPage> {
  const { stream, limit, older, newer } = query;
  if (newer !== undefined) {
    const next = await sharedLogEvents(target, group, { stream, isForward: true, token: newer, limit });
    const isNewest = next.isEnd || isShort(next.events, limit);
    return { events: next.events, older: next.backward || null, newer: next.forward, isNewest };
  }
  if (query.at !== undefined) return readAround(target, group, stream, Date.parse(query.at), limit);
  const last = await sharedLogEvents(target, group, { stream, isForward: false, token: older, limit });
  return { events: last.events, older: last.isEnd ? null : last.backward, newer: last.forward, isNewest: true };
}

/** Half of a page before a time, and as much from it on. */
async function readAround(target: AwsTarget, group: string, stream: string, at: number, limit: number) {
  const half = Math.ceil(limit / 2);
  const [before, after] = await Promise.all([
    at > 0 ? sharedLogEvents(target, group, { stream, isForward: false, at, limit: half }) : null,
    sharedLogEvents(target, group, { stream, isForward: true, at, limit: half }),
  ]);
  const isStart = !before || before.isEnd || before.events.length === 0;
  return {
    events: [...(before?.events ?? []), ...after.events],
    older: isStart ? null : before.backward,
    newer: after.forward,
    isNewest: after.isEnd || isShort(after.events, half),
  };
}

/** Whether nothing but the end of the stream can have kept an answer so short. */
function isShort(events: readonly LogEvent[], limit: number): boolean {
  const characters = events.reduce((sum, { message }) => sum + message.length, 0);
  return events.length < limit / 2 && characters < SHORT_CHARACTERS;
}
