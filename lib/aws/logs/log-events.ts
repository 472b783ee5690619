import "server-only";
import { FilterLogEventsCommand, GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import type { LogEvent, LogPage, LogSearch } from "@/lib/logs/view";

import { type AwsTarget, logsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const PAGE_EVENTS = 200;
/** FilterLogEvents may answer empty pages while it searches; a few in a row make one answer of ours. */
const SEARCH_PAGES = 8;
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

/** Events that hold a text, as far as a few pages of searching reach. */
export async function filterLogEvents(
  target: AwsTarget,
  group: string,
  query: { search: string; stream?: string; cursor?: string },
): Promise<LogSearch> {
  const events: LogEvent[] = [];
  let cursor = query.cursor;
  try {
    for (let page = 0; page < SEARCH_PAGES && events.length < PAGE_EVENTS; page += 1) {
      const out = await logsClient(target).send(
        new FilterLogEventsCommand({
          logGroupName: group,
          logStreamNames: query.stream ? [query.stream] : undefined,
          filterPattern: literalPattern(query.search),
          nextToken: cursor,
          limit: 1_000,
        }),
      );
      for (const event of out.events ?? []) {
        events.push({
          id: event.eventId ?? `${event.logStreamName}/${event.timestamp}/${events.length}`,
          at: iso(event.timestamp ?? 0),
          stream: event.logStreamName ?? "",
          message: event.message ?? "",
        });
      }
      cursor = out.nextToken;
      if (!cursor) break;
    }
  } catch (cause) {
    throw toAppError(cause);
  }
  return { events: events.sort((a, b) => b.at.localeCompare(a.at)), cursor: cursor ?? null };
}

/** CloudWatch's pattern for "holds exactly this text": quoted, quotes inside escaped. */
function literalPattern(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
