import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import type { EventPosition, LogEvent } from "../../telemetry/log-store.ts";
import { lineFilter } from "./filter-pattern.ts";
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
/** Events looked at for one answer of FilterLogEvents; the token says where to go on. */
const SCAN = 20_000;
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
  const events = telemetry.logs.events(region, group, {
    stream: input.logStreamName,
    from: input.startTime ?? 0,
    // The end time itself is excluded here, as CloudWatch Logs documents for this operation.
    to: input.endTime ?? FOREVER,
    ...(from && (backwards ? { before: from } : { after: from })),
    fromEnd: backwards,
    limit,
  });
  const first = events[0] ?? from;
  const last = events.at(-1) ?? from;
  return {
    events: events.map(({ at, message, ingestedAt }) => ({ timestamp: at, message, ingestionTime: ingestedAt })),
    nextForwardToken: `f/${position(last ?? { at: 0, id: 0 })}`,
    nextBackwardToken: `b/${position(first ?? { at: FOREVER, id: FOREVER })}`,
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
  const { logStreamNames, logStreamNamePrefix: prefix = "", limit = MAX_EVENTS } = input;
  const matches = lineFilter(input.filterPattern ?? "");
  const scanned = telemetry.logs.events(region, group, {
    ...(logStreamNames?.length === 1 && { stream: logStreamNames[0] }),
    from: input.startTime ?? 0,
    // Unlike in GetLogEvents the end time is included.
    to: (input.endTime ?? FOREVER - 1) + 1,
    ...(input.nextToken && { after: readPosition(input.nextToken) }),
    limit: SCAN,
  });
  const isWanted = ({ stream, message }: LogEvent): boolean =>
    (logStreamNames?.includes(stream) ?? stream.startsWith(prefix)) && matches(message);
  const events = scanned.filter(isWanted).slice(0, limit);
  const isCut = events.length === limit;
  const last = isCut ? events.at(-1) : scanned.at(-1);
  const hasMore = isCut || scanned.length === SCAN;
  return {
    events: events.map(({ id, stream, at, message, ingestedAt }) => ({
      logStreamName: stream,
      timestamp: at,
      message,
      ingestionTime: ingestedAt,
      eventId: String(id).padStart(56, "0"),
    })),
    searchedLogStreams: [],
    nextToken: hasMore && last ? position(last) : undefined,
  };
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
