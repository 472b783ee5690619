import "server-only";
import {
  type FilteredLogEvent,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-cloudwatch-logs";

import type { LogEvent, LogPage, LogSearch, LogsBetween } from "@/lib/logs/view";

import { type AwsTarget, logsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const PAGE_EVENTS = 200;
/** FilterLogEvents may answer empty pages while it searches; a few in a row make one answer of ours. */
const SEARCH_PAGES = 8;
/** As many as one reads through. */
const BETWEEN_EVENTS = 500;
const TAIL_TTL_MS = 2_000;

/** The newest events of a stream, or the ones before `cursor`. */
export function getLogEvents(target: AwsTarget, group: string, stream: string, cursor?: string): Promise<LogPage> {
  return cachedRead(target, "GetLogEvents", [group, stream, cursor], TAIL_TTL_MS, async () => {
    try {
      const out = await logsClient(target).send(
        new GetLogEventsCommand({
          logGroupName: group,
          logStreamName: stream,
          nextToken: cursor,
          startFromHead: false,
          limit: PAGE_EVENTS,
        }),
      );
      const events = (out.events ?? []).map((event, index): LogEvent => {
        const at = event.timestamp ?? 0;
        return { id: `${stream}/${at}/${index}/${cursor ?? ""}`, at: iso(at), stream, message: event.message ?? "" };
      });
      // At the beginning of a stream CloudWatch hands the same token back.
      const isStart = events.length === 0 || out.nextBackwardToken === cursor;
      return { events: events.reverse(), olderCursor: isStart ? null : (out.nextBackwardToken ?? null) };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Events that hold a text, of one stream or of those with a prefix, as far as a few pages of searching reach. */
export async function filterLogEvents(
  target: AwsTarget,
  group: string,
  query: { search: string; stream?: string; prefix?: string; cursor?: string },
): Promise<LogSearch> {
  const events: LogEvent[] = [];
  let cursor = query.cursor;
  try {
    for (let page = 0; page < SEARCH_PAGES && events.length < PAGE_EVENTS; page += 1) {
      const out = await logsClient(target).send(
        new FilterLogEventsCommand({
          logGroupName: group,
          logStreamNames: query.stream ? [query.stream] : undefined,
          logStreamNamePrefix: query.stream ? undefined : query.prefix,
          filterPattern: literalPattern(query.search),
          nextToken: cursor,
          limit: 1_000,
        }),
      );
      for (const event of out.events ?? []) events.push(toEvent(event, events.length));
      cursor = out.nextToken;
      if (!cursor) break;
    }
  } catch (cause) {
    throw toAppError(cause);
  }
  return { events: events.sort((a, b) => b.at.localeCompare(a.at)), cursor: cursor ?? null };
}

/**
 * Lines of all streams (with `prefix`: of those whose names begin so) in a stretch of time, in the order they were written;
 * `isCut` when there are more than a page can show. A group that does not exist yet has none.
 */
export async function logEventsBetween(
  target: AwsTarget,
  group: string,
  { from, to, prefix }: { from: string; to: string; prefix?: string },
): Promise<LogsBetween> {
  const events: LogEvent[] = [];
  let cursor: string | undefined;
  try {
    for (let page = 0; page < SEARCH_PAGES && events.length < BETWEEN_EVENTS; page += 1) {
      const out = await logsClient(target).send(
        new FilterLogEventsCommand({
          logGroupName: group,
          logStreamNamePrefix: prefix,
          startTime: Date.parse(from),
          endTime: Date.parse(to),
          nextToken: cursor,
          limit: BETWEEN_EVENTS - events.length,
        }),
      );
      for (const event of out.events ?? []) events.push(toEvent(event, events.length));
      cursor = out.nextToken;
      if (!cursor) break;
    }
  } catch (cause) {
    if (cause instanceof ResourceNotFoundException) return { events: [], isCut: false };
    throw toAppError(cause);
  }
  // A traceback's lines have one time: their order must stay.
  return { events: events.sort((a, b) => a.at.localeCompare(b.at)), isCut: cursor !== undefined };
}

function toEvent(event: FilteredLogEvent, index: number): LogEvent {
  return {
    id: event.eventId ?? `${event.logStreamName}/${event.timestamp}/${index}`,
    at: iso(event.timestamp ?? 0),
    stream: event.logStreamName ?? "",
    message: event.message ?? "",
  };
}

/** CloudWatch's pattern for "holds exactly this text": quoted, quotes inside escaped. */
function literalPattern(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
