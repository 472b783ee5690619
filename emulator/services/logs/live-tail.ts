import { randomUUID } from "node:crypto";

import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { type EventSink, EventStreamOutput } from "../../protocol/event-stream-output.ts";
import { Fault } from "../../protocol/fault.ts";
import { matchesText, textFilter } from "./filter-pattern.ts";
import { findGroup, groupArn } from "./find-group.ts";

type TailInput = {
  logGroupIdentifiers: string[];
  logStreamNames?: string[];
  logStreamNamePrefixes?: string[];
  logEventFilterPattern?: string;
};

const UPDATE_MS = 1_000;
/** CloudWatch Logs ends a session after three hours, and shows at most 500 events of a second. */
const SESSION_MS = 3 * 3_600_000;
const SHOWN_EVENTS = 500;
const READ_EVENTS = 5_000;
/** The account's quota in one region. */
const MAX_SESSIONS = 15;

/** StartLiveTail: what is written to groups from now on, each second. */
export function liveTailOperations(context: EmulatorContext) {
  const open = new Map<string, number>();

  return {
    StartLiveTail(input: TailInput, { region, requestId }: Call): EventStreamOutput {
      const groups = groupsOf(context, region, input);
      const count = open.get(region) ?? 0;
      if (count >= MAX_SESSIONS) {
        throw new Fault("LimitExceededException", "The number of concurrent Live Tail sessions is at its limit.");
      }
      return new EventStreamOutput((sink) => {
        open.set(region, (open.get(region) ?? 0) + 1);
        sink.event("sessionStart", { requestId, sessionId: randomUUID(), ...input });
        const stop = sendUpdates(context, region, groups, input, sink);
        return () => {
          stop();
          open.set(region, (open.get(region) ?? 1) - 1);
        };
      });
    },
  };
}

function groupsOf({ telemetry }: EmulatorContext, region: string, input: TailInput): string[] {
  const { logGroupIdentifiers, logStreamNames, logStreamNamePrefixes } = input;
  const hasStreams = logStreamNames ?? logStreamNamePrefixes;
  if (logStreamNames && logStreamNamePrefixes) {
    throw invalid("logStreamNames and logStreamNamePrefixes cannot both be specified.");
  }
  if (hasStreams && logGroupIdentifiers.length > 1) {
    throw invalid("Log streams can be specified for a single log group only.");
  }
  return logGroupIdentifiers.map((logGroupIdentifier) => {
    if (!logGroupIdentifier.startsWith("arn:") || logGroupIdentifier.endsWith(":*")) {
      throw invalid("logGroupIdentifiers must be ARNs of log groups without a trailing asterisk.");
    }
    return findGroup(telemetry.logs, region, { logGroupIdentifier }).name;
  });
}

const invalid = (message: string) => new Fault("InvalidParameterException", message);

function sendUpdates(
  { telemetry, clock, stopping }: EmulatorContext,
  region: string,
  groups: string[],
  input: TailInput,
  sink: EventSink,
): () => void {
  const filter = textFilter(input.logEventFilterPattern ?? "");
  const { logStreamNames: names, logStreamNamePrefixes: prefixes } = input;
  const isMeant = (stream: string) =>
    names ? names.includes(stream) : (prefixes?.some((prefix) => stream.startsWith(prefix)) ?? true);
  const endsAt = clock.now() + SESSION_MS;
  let known = telemetry.logs.lastId();

  function sendUpdate(): void {
    if (stopping.aborted) end("SessionStreamingException", "The emulator was stopped or reset.");
    else if (clock.now() < endsAt) sendLines();
    else end("SessionTimeoutException", "The Live Tail session has reached its time limit of three hours.");
  }

  function sendLines(): void {
    const last = telemetry.logs.lastId();
    const found = groups.flatMap((group) =>
      telemetry.logs
        .writtenSince(region, group, known, READ_EVENTS)
        .filter(({ stream, message }) => isMeant(stream) && matchesText(message, filter))
        .map(({ stream, message, at, ingestedAt }) => ({
          logStreamName: stream,
          logGroupIdentifier: groupArn(region, group).split(":").slice(4).join(":").replace(":log-group", ""),
          message,
          timestamp: at,
          ingestionTime: ingestedAt,
        })),
    );
    known = last;
    sink.event("sessionUpdate", {
      sessionMetadata: { sampled: found.length > SHOWN_EVENTS },
      sessionResults: sampleOf(found),
    });
  }

  function end(exception: string, message: string): void {
    clearInterval(timer);
    sink.fail(exception, message);
  }

  const timer = setInterval(sendUpdate, UPDATE_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** At most as many as are shown, spread over all of them. */
function sampleOf<T>(found: T[]): T[] {
  if (found.length <= SHOWN_EVENTS) return found;
  return Array.from(
    { length: SHOWN_EVENTS },
    (_, index) => found[Math.floor((index * found.length) / SHOWN_EVENTS)] as T,
  );
}
