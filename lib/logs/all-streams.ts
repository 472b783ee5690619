import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { filterLogEvents, inOrderOfTime } from "@/lib/aws/logs/filter-log-events";
import { cachedRead } from "@/lib/aws/read-cache";
import type { ReadLogsInput } from "./schema";
import type { LogEvent, LogPage, LogScope } from "./view";

const TTL_MS = 2_000;
const FIRST_WINDOW_MS = 30_000;
const MIN_WINDOW_MS = 1_000;
/** Calls for one stretch: a quiet log is looked through in windows that grow, each eight times as long as the last. */
const MAX_CALLS = 16;
/** Streams reach CloudWatch with delays of their own: what was just read is read again for lines that came late. */
const LATE_MS = 5_000;

/**
 * A stretch of several streams together. CloudWatch filters onwards only and has no token that goes back, so the cursors
 * are times: `older` ends before it, `newer` begins with it and may bring lines again, which their ids tell.
 */
export function readAllStreams(
  target: AwsTarget,
  scope: LogScope,
  { at, older, newer, limit }: ReadLogsInput,
): Promise<LogPage> {
  return cachedRead(target, "FilterLogEvents", [scope, at, older, newer, limit], TTL_MS, async () => {
    if (newer !== undefined) return { ...(await readOn(target, scope, Number(newer), limit)), older: newer };
    if (older !== undefined) {
      return { ...(await readBack(target, scope, Number(older), limit)), newer: older, isNewest: false };
    }
    const time = at === undefined ? Date.now() + LATE_MS : Date.parse(at);
    const [before, after] = await Promise.all([
      readBack(target, scope, time, limit),
      readOn(target, scope, time, limit),
    ]);
    const lastAt = before.events.at(-1)?.at;
    const events = [...before.events, ...after.events];
    // Nothing from now on yet: what follows the last line is waited for.
    const from = after.events.length === 0 && lastAt ? Date.parse(lastAt) - LATE_MS : Number(after.newer);
    return { events, older: before.older, newer: String(from), isNewest: after.isNewest };
  });
}

async function readOn(target: AwsTarget, { group, prefix }: LogScope, from: number, limit: number) {
  const events: LogEvent[] = [];
  let token: string | undefined;
  for (let call = 0; call < MAX_CALLS && events.length < limit; call += 1) {
    const page = await filterLogEvents(target, group, { prefix, from, token, limit: limit - events.length });
    events.push(...page.events);
    token = page.token ?? undefined;
    if (!token) break;
  }
  inOrderOfTime(events);
  const last = Date.parse(events.at(-1)?.at ?? "");
  if (token) return { events, newer: String(Math.max(last || 0, from + 1)), isNewest: false };
  return { events, newer: String(Math.max((last || 0) - LATE_MS, from)), isNewest: true };
}

async function readBack(target: AwsTarget, scope: LogScope, before: number, limit: number) {
  let events: LogEvent[] = [];
  let [end, windowMs, calls] = [before, FIRST_WINDOW_MS, 0];
  while (end > 0 && events.length < limit / 4 && calls < MAX_CALLS) {
    const from = Math.max(0, end - windowMs);
    const found = await readWindow(target, scope, from, end - 1, limit);
    calls += found.calls;
    if (found.isCut && windowMs > MIN_WINDOW_MS) {
      windowMs = Math.max(MIN_WINDOW_MS, windowMs / 8);
      continue;
    }
    events = [...found.events, ...events];
    [end, windowMs] = [from, windowMs * 8];
  }
  return { events, older: end > 0 ? String(end) : null };
}

/** All lines of a stretch of time; `isCut` when there are so many that a shorter one is better. */
async function readWindow(target: AwsTarget, { group, prefix }: LogScope, from: number, to: number, limit: number) {
  const events: LogEvent[] = [];
  const most = limit * 4;
  let token: string | undefined;
  let calls = 0;
  do {
    const page = await filterLogEvents(target, group, { prefix, from, to, token, limit: 10_000 });
    calls += 1;
    events.push(...page.events);
    token = page.token ?? undefined;
    if (events.length > most && to - from >= MIN_WINDOW_MS) return { events, calls, isCut: true };
  } while (token && calls < MAX_CALLS);
  return { events: inOrderOfTime(events), calls, isCut: token !== undefined };
}
