import "server-only";
import { DescribeLogStreamsCommand, ResourceNotFoundException } from "@aws-sdk/client-cloudwatch-logs";

import type { LogStreams } from "@/lib/logs/view";

import { type AwsTarget, logsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const STREAMS_TTL_MS = 5_000;

/**
 * Up to fifty streams of a group, the one written to last first: of all streams, or with `prefix` of those whose names
 * begin so. A group that does not exist yet has none.
 */
export function describeLogStreams(target: AwsTarget, group: string, prefix?: string): Promise<LogStreams> {
  return cachedRead(target, "DescribeLogStreams", [group, prefix], STREAMS_TTL_MS, async () => {
    try {
      const out = await logsClient(target).send(
        new DescribeLogStreamsCommand({
          logGroupName: group,
          // CloudWatch does not order by time within a prefix.
          ...(prefix ? { logStreamNamePrefix: prefix } : { orderBy: "LastEventTime", descending: true }),
          limit: 50,
        }),
      );
      const streams = (out.logStreams ?? []).map((stream) => ({
        name: stream.logStreamName ?? "",
        lastEventAt: stream.lastEventTimestamp ? new Date(stream.lastEventTimestamp).toISOString() : null,
      }));
      if (prefix) streams.sort((a, b) => (b.lastEventAt ?? "").localeCompare(a.lastEventAt ?? ""));
      return { hasGroup: true, streams };
    } catch (cause) {
      if (cause instanceof ResourceNotFoundException) return { hasGroup: false, streams: [] };
      throw toAppError(cause);
    }
  });
}
