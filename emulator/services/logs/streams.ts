import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import type { LogStore, LogStream } from "../../telemetry/log-store.ts";
import { findGroup, type GroupInput, groupArn } from "./find-group.ts";
import { pageOf } from "./paging.ts";

type DescribeInput = GroupInput & {
  logStreamNamePrefix?: string;
  orderBy?: "LogStreamName" | "LastEventTime";
  descending?: boolean;
  nextToken?: string;
  limit?: number;
};
type StreamInput = { logGroupName: string; logStreamName: string };

/** The operations on log streams. */
export function streamOperations({ telemetry, clock }: EmulatorContext) {
  return {
    DescribeLogStreams(input: DescribeInput, { region }: Call) {
      const { orderBy = "LogStreamName", descending = false, logStreamNamePrefix: prefix = "", limit = 50 } = input;
      if (orderBy === "LastEventTime" && prefix) {
        throw new Fault("InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
      }
      const { name: group } = findGroup(telemetry.logs, region, input);
      const streams = telemetry.logs.streams(region, group).filter(({ name }) => name.startsWith(prefix));
      if (orderBy === "LastEventTime") streams.sort((a, b) => (a.lastEventAt ?? 0) - (b.lastEventAt ?? 0));
      if (descending) streams.reverse();
      const { items, nextToken } = pageOf(streams, input.nextToken, limit);
      return { logStreams: items.map((stream) => toLogStream(region, group, stream)), nextToken };
    },
    CreateLogStream({ logGroupName, logStreamName }: StreamInput, { region }: Call): void {
      const { name: group } = findGroup(telemetry.logs, region, { logGroupName });
      if (!telemetry.logs.createStream(region, group, logStreamName, clock.now())) {
        throw new Fault("ResourceAlreadyExistsException", "The specified log stream already exists");
      }
    },
    DeleteLogStream({ logGroupName, logStreamName }: StreamInput, { region }: Call): void {
      const { name: group } = findGroup(telemetry.logs, region, { logGroupName });
      findStream(telemetry.logs, region, group, logStreamName);
      telemetry.logs.deleteStream(region, group, logStreamName);
    },
  };
}

export function findStream(logs: LogStore, region: string, group: string, name: string): LogStream {
  const stream = logs.stream(region, group, name);
  if (!stream) throw new Fault("ResourceNotFoundException", "The specified log stream does not exist.");
  return stream;
}

function toLogStream(region: string, group: string, stream: LogStream) {
  return {
    logStreamName: stream.name,
    creationTime: stream.createdAt,
    firstEventTimestamp: stream.firstEventAt ?? undefined,
    lastEventTimestamp: stream.lastEventAt ?? undefined,
    lastIngestionTime: stream.lastIngestedAt ?? undefined,
    uploadSequenceToken: "49000000000000000000000000000000000000000000000000000000",
    arn: `${groupArn(region, group)}:log-stream:${stream.name}`,
    storedBytes: 0,
  };
}
