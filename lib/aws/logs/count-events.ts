import "server-only";
import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import { type AwsTarget, logsClient } from "../client";
import { toAppError } from "../errors";

/** Pages of one count, so that a long log costs few calls; each holds up to 10,000 events or a megabyte. */
const MAX_PAGES = 5;
const PAGE_EVENTS = 10_000;
const MAX_KEPT = 200;

/** Counts that were begun: the next one goes on where the last ended. */
const begun = new Map<string, Count>();
type Count = { found: number; at: number; seen: Set<string> };

/** How many events with this text the streams of a prefix hold since a time, as far as a few pages reach. */
export async function countLogEvents(
  target: AwsTarget,
  group: string,
  { search, prefix, from }: { search: string; prefix: string; from: string },
): Promise<number> {
  const key = JSON.stringify([target.id, target.region, group, prefix, search, from]);
  const count = begun.get(key) ?? { found: 0, at: Date.parse(from) - 1_000, seen: new Set<string>() };
  let nextToken: string | undefined;
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const out = await logsClient(target).send(
        new FilterLogEventsCommand({
          logGroupName: group,
          logStreamNamePrefix: prefix,
          filterPattern: `"${search}"`,
          startTime: count.at,
          nextToken,
          limit: PAGE_EVENTS,
        }),
      );
      for (const { timestamp = 0, eventId = "" } of out.events ?? []) take(count, timestamp, eventId);
      nextToken = out.nextToken;
      if (!nextToken) break;
    }
  } catch (cause) {
    throw toAppError(cause);
  }
  begun.delete(key);
  begun.set(key, count);
  if (begun.size > MAX_KEPT) begun.delete(begun.keys().next().value ?? "");
  return count.found;
}

/** Events of the last moment may come again: they are known by their ids. */
function take(count: Count, at: number, id: string): void {
  if (at < count.at || count.seen.has(id)) return;
  if (at > count.at) {
    count.at = at;
    count.seen = new Set();
  }
  count.seen.add(id);
  count.found += 1;
}
