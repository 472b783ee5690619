import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { filterLogEvents, inOrderOfTime } from "@/lib/aws/logs/filter-log-events";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/http/parse-input";
import { readAllStreams } from "./all-streams";
import { isAsLoud, levelPattern, literalPattern } from "./log-text";
import { readStream } from "./one-stream";
import { ReadLogsInput, SearchLogsInput } from "./schema";
import {
  type LogEvent,
  type LogPage,
  type LogScope,
  type LogSearch,
  type LogSource,
  type LogsBetween,
  logScope,
} from "./view";

/** FilterLogEvents may answer empty pages while it searches; a few in a row make one answer of ours. */
const SEARCH_PAGES = 8;
const SEARCH_EVENTS = 1_000;
/** As many as one reads through. */
const BETWEEN_EVENTS = 500;

/** A stretch of a source's log, or with `search`, `level` or `from` its lines that are like this. */
export function readLogs(
  target: AwsTarget,
  source: LogSource,
  query: Record<string, string>,
): Promise<LogPage | LogSearch> {
  const scope = logScope(source);
  requireOwn(scope, query.stream);
  if (query.search || query.level || query.from) return searchLogs(target, scope, parseInput(SearchLogsInput, query));
  const input = parseInput(ReadLogsInput, query);
  const { stream } = input;
  return stream ? readStream(target, scope.group, { ...input, stream }) : readAllStreams(target, scope, input);
}

/** Refuses a stream that another job of the same group wrote. */
export function requireOwn({ prefix }: LogScope, stream: string | undefined): void {
  if (prefix && stream && !stream.startsWith(prefix)) {
    throw new AppError("invalid", "This log stream belongs to another job.");
  }
}

/** Lines that hold a text, are loud enough or of a time, as far as a few pages of searching reach. */
export async function searchLogs(target: AwsTarget, scope: LogScope, input: SearchLogsInput): Promise<LogSearch> {
  const { search, level, stream } = input;
  const time = { from: epoch(input.from), to: epoch(input.to) };
  const pattern = search ? literalPattern(search) : level && levelPattern(level);
  const events: LogEvent[] = [];
  let token = input.cursor;
  for (let page = 0; page < SEARCH_PAGES && events.length < SEARCH_EVENTS; page += 1) {
    const out = await filterLogEvents(target, scope.group, {
      stream,
      prefix: scope.prefix,
      pattern,
      ...time,
      token,
      limit: SEARCH_EVENTS,
    });
    events.push(...out.events.filter(({ message }) => !level || isAsLoud(message, level)));
    token = out.token ?? undefined;
    if (!token) break;
  }
  return { events: inOrderOfTime(events), cursor: token ?? null };
}

/** Lines of all streams in a stretch of time; a group that does not exist yet has none. */
export async function readLogsBetween(
  target: AwsTarget,
  scope: LogScope,
  { from, to }: { from: string; to: string },
): Promise<LogsBetween> {
  const events: LogEvent[] = [];
  const time = { from: Date.parse(from), to: Date.parse(to) };
  let token: string | undefined;
  try {
    for (let page = 0; page < SEARCH_PAGES && events.length < BETWEEN_EVENTS; page += 1) {
      const limit = BETWEEN_EVENTS - events.length;
      const out = await filterLogEvents(target, scope.group, { prefix: scope.prefix, ...time, token, limit });
      events.push(...out.events);
      token = out.token ?? undefined;
      if (!token) break;
    }
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return { events: [], isCut: false };
    throw cause;
  }
  return { events: inOrderOfTime(events), isCut: token !== undefined };
}

function epoch(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
