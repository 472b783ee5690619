import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import type { EventPosition, LogEvent } from "../../telemetry/log-store.ts";
import { textFilter } from "./filter-pattern.ts";
import { findGroup, type GroupInput } from "./find-group.ts";
import { readTokenParts, writeToken } from "./paging.ts";
import { findStream } from "./streams.ts";

type GetInput = GroupInput & {
  logStreamName: string;
  startTime?: number;
  endTime?: number;
  nextToken?: string;
  limit?: number;
  startFromHead?: boolean;
};
type FilterInput = GroupInput & {
  logStreamNames?: string[];
  logStreamNamePrefix?: string;
  startTime?: number;
  endTime?: number;
  filterPattern?: string;
  nextToken?: string;
  limit?: number;
};
type PutInput = GroupInput & { logStreamName: string; logEvents: { timestamp: number; message: string }[] };

const MAX_EVENTS = 10_000;
/** CloudWatch Logs' limit of an answer, whatever was asked for; an event counts as its message and some bytes more. */
const MAX_BYTES = 1024 ** 2;
const EVENT_BYTES = 26;
const FOREVER = Number.MAX_SAFE_INTEGER;
const DAY_MS = 86_400_000;

/** The operations on log events. Times are epoch milliseconds. */
export function eventOperations(context: EmulatorContext) {
  return {
    GetLogEvents: (input: GetInput, call: Call) => getLogEvents(context, input, call),
    FilterLogEvents: (input: FilterInput, call: Call) => filterLogEvents(context, input, call),
    PutLogEvents: (input: PutInput, call: Call) => putLogEvents(context, input, call),
  };
}

/** Tokens are positions, forward or backward; at an end the same token comes back, which is how clients see the end. */
function getLogEvents({ telemetry }: EmulatorContext, input: GetInput, { region }: Call) {
  const { name: group } = findGroup(telemetry.logs, region, input);
  findStream(telemetry.logs, region, group, input.logStreamName);
  const { nextToken, limit = MAX_EVENTS } = input;
  const backwards = nextToken ? nextToken.startsWith("b/") : input.startFromHead !== true;
  const from = nextToken ? readPosition(nextToken) : undefined;
  const found = telemetry.logs.events(region, group, {
    streams: [input.logStreamName],
    from: input.startTime ?? 0,
    // The end time itself is excluded here, as CloudWatch Logs documents for this operation.
    to: input.endTime ?? FOREVER,
    ...(from && (backwards ? { before: from } : { after: from })),
    fromEnd: backwards,
    limit,
  });
  const events = backwards ? withinAnswer(found.reverse()).reverse() : withinAnswer(found);
  // No event has the id 0: what is written later at the bounds themselves is still found.
  const first = events[0] ?? from ?? { at: input.endTime ?? FOREVER, id: 0 };
  const last = events.at(-1) ?? from ?? { at: input.startTime ?? 0, id: 0 };
  return {
    events: events.map(({ at, message, ingestedAt }) => ({ timestamp: at, message, ingestionTime: ingestedAt })),
    nextForwardToken: `f/${position(last)}`,
    nextBackwardToken: `b/${position(first)}`,
  };
}

function position({ at, id }: EventPosition): string {
  return writeToken("event", at, id);
}

function readPosition(token: string): EventPosition {
  const [at = 0, id = 0] = readTokenParts(token.replace(/^[fb]\//, ""), "event");
  return { at, id };
}

function filterLogEvents({ telemetry }: EmulatorContext, input: FilterInput, { region }: Call) {
  const { name: group } = findGroup(telemetry.logs, region, input);
  const { logStreamNames, logStreamNamePrefix: prefix, limit = MAX_EVENTS } = input;
  const streams =
    logStreamNames ??
    (prefix
      ? telemetry.logs.streams(region, group).flatMap(({ name }) => (name.startsWith(prefix) ? [name] : []))
      : undefined);
  const found = telemetry.logs.events(region, group, {
    ...(streams && { streams }),
    filter: textFilter(input.filterPattern ?? ""),
    from: input.startTime ?? 0,
    // Unlike in GetLogEvents the end time is included.
    to: (input.endTime ?? FOREVER - 1) + 1,
    ...(input.nextToken && { after: readPosition(input.nextToken) }),
    limit: limit + 1,
  });
  const events = withinAnswer(found.slice(0, limit));
  const last = events.length < found.length ? events.at(-1) : undefined;
  return {
    events: events.map(({ id, stream, at, message, ingestedAt }) => ({
      logStreamName: stream,
      timestamp: at,
      message,
      ingestionTime: ingestedAt,
      eventId: String(id).padStart(56, "0"),
    })),
    searchedLogStreams: [],
    nextToken: last && position(last),
  };
}

/** The first events, as many as one answer holds; at least one. */
function withinAnswer(events: LogEvent[]): LogEvent[] {
  let bytes = 0;
  const end = events.findIndex(({ message }, index) => {
    bytes += Buffer.byteLength(message) + EVENT_BYTES;
    return bytes > MAX_BYTES && index > 0;
  });
  return end < 0 ? events : events.slice(0, end);
}

function putLogEvents({ telemetry, clock }: EmulatorContext, input: PutInput, { region }: Call) {
  const { name: group } = findGroup(telemetry.logs, region, input);
  findStream(telemetry.logs, region, group, input.logStreamName);
  const { logEvents } = input;
  if (logEvents.some((event, index) => event.timestamp < (logEvents[index - 1]?.timestamp ?? 0))) {
    throw new Fault(
      "InvalidParameterException",
      "Log events in a single PutLogEvents request must be in chronological order.",
    );
  }
  const tooOld = logEvents.filter((event) => event.timestamp < clock.now() - 14 * DAY_MS).length;
  const firstTooNew = logEvents.findIndex((event) => event.timestamp > clock.now() + DAY_MS / 12);
  const kept = logEvents.slice(tooOld, firstTooNew < 0 ? undefined : firstTooNew);
  const lines = kept.map(({ timestamp, message }) => ({ at: timestamp, message }));
  telemetry.putLog(region, group, input.logStreamName, lines);
  return {
    nextSequenceToken: "49000000000000000000000000000000000000000000000000000000",
    ...((tooOld > 0 || firstTooNew >= 0) && {
      rejectedLogEventsInfo: {
        ...(tooOld > 0 && { tooOldLogEventEndIndex: tooOld }),
        ...(firstTooNew >= 0 && { tooNewLogEventStartIndex: firstTooNew }),
      },
    }),
  };
}
