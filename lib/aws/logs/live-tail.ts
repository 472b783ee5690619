import "server-only";
import {
  type LiveTailSessionUpdate,
  SessionStreamingException,
  SessionTimeoutException,
  StartLiveTailCommand,
  type StartLiveTailResponseStream,
} from "@aws-sdk/client-cloudwatch-logs";

import { regionById } from "@/catalog/regions/select";
import { AppError } from "@/lib/errors";
import type { LogScope, TailUpdate } from "@/lib/logs/view";

import { type AwsTarget, liveTailClient } from "../client";
import { toAppError } from "../errors";
import { getCallerIdentity } from "../sts/get-caller-identity";

/**
 * What is written from now on, about once a second; the first update says that it has begun. It ends when CloudWatch
 * ends the session, after three hours, and when `signal` aborts: the SDK leaves a connection open until it is told.
 */
export async function* liveTail(
  target: AwsTarget,
  { group, prefix }: LogScope,
  signal: AbortSignal,
): AsyncGenerator<TailUpdate, void> {
  let requestId: string | undefined;
  try {
    const out = await liveTailClient(target).send(
      new StartLiveTailCommand({
        logGroupIdentifiers: [await groupArn(target, group)],
        logStreamNamePrefixes: prefix ? [prefix] : undefined,
      }),
      { abortSignal: signal },
    );
    requestId = out.$metadata.requestId;
    for await (const event of out.responseStream ?? ([] as StartLiveTailResponseStream[])) {
      if (event.sessionStart) yield { lines: [], isSampled: false };
      if (event.sessionUpdate) yield toUpdate(event.sessionUpdate);
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof SessionTimeoutException) return;
    throw toTailError(cause, requestId);
  }
  if (!signal.aborted) throw brokenOff(requestId);
}

/** StartLiveTail takes groups by their ARNs only. */
async function groupArn(target: AwsTarget, group: string): Promise<string> {
  const { account } = await getCallerIdentity(target);
  return `arn:${regionById(target.region)?.partition ?? "aws"}:logs:${target.region}:${account}:log-group:${group}`;
}

function toUpdate({ sessionResults = [], sessionMetadata }: LiveTailSessionUpdate): TailUpdate {
  return {
    lines: sessionResults.map(({ logStreamName = "", timestamp = 0, message = "" }) => ({
      at: new Date(timestamp).toISOString(),
      stream: logStreamName,
      message,
    })),
    isSampled: sessionMetadata?.sampled === true,
  };
}

function toTailError(cause: unknown, requestId: string | undefined): AppError {
  if (cause instanceof AppError) return cause;
  // Errors inside a stream, and cut connections, have no request id of their own.
  if (cause instanceof SessionStreamingException) return brokenOff(requestId, cause.message);
  if (requestId !== undefined) return brokenOff(requestId);
  return toAppError(cause);
}

function brokenOff(requestId: string | undefined, reason = ""): AppError {
  return new AppError("unavailable", `CloudWatch's live tail broke off${reason ? `: ${reason}` : "."}`, {
    hint: "It is opened again by itself.",
    requestId,
  });
}
