import "server-only";
import { DescribeLogStreamsCommand, ResourceNotFoundException } from "@aws-sdk/client-cloudwatch-logs";

import type { LogStreams } from "@/lib/logs/view";

import { type AwsTarget, logsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const STREAMS_TTL_MS = 5_000;

/** The fifty streams of a group that were written to last; a group that does not exist yet has none. */
export function describeLogStreams(target: AwsTarget, group: string): Promise<LogStreams> {
  return cachedRead(target, "DescribeLogStreams", group, STREAMS_TTL_MS, async () => {
    try {
      const out = await logsClient(target).send(
        new DescribeLogStreamsCommand({ logGroupName: group, orderBy: "LastEventTime", descending: true, limit: 50 }),
      );
      const streams = (out.logStreams ?? []).map((stream) => ({
        name: stream.logStreamName ?? "",
        lastEventAt: stream.lastEventTimestamp ? new Date(stream.lastEventTimestamp).toISOString() : null,
      }));
      return { hasGroup: true, streams };
    } catch (cause) {
      if (cause instanceof ResourceNotFoundException) return { hasGroup: false, streams: [] };
      throw toAppError(cause);
    }
  });
}
