import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { findGroup, groupArn } from "./find-group.ts";
import { pageOf } from "./paging.ts";

type DescribeInput = {
  logGroupNamePrefix?: string;
  logGroupNamePattern?: string;
  nextToken?: string;
  limit?: number;
};

/** The operations on log groups. */
export function groupOperations({ telemetry, clock }: EmulatorContext) {
  return {
    DescribeLogGroups(input: DescribeInput, { region }: Call) {
      const { logGroupNamePrefix: prefix = "", logGroupNamePattern: part = "", limit = 50 } = input;
      const found = telemetry.logs
        .groups(region)
        .filter(({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(part.toLowerCase()));
      const { items, nextToken } = pageOf(found, input.nextToken, limit);
      const logGroups = items.map((group) => ({
        logGroupName: group.name,
        creationTime: group.createdAt,
        retentionInDays: group.retentionInDays ?? undefined,
        metricFilterCount: 0,
        arn: `${groupArn(region, group.name)}:*`,
        logGroupArn: groupArn(region, group.name),
        storedBytes: group.storedBytes,
        logGroupClass: "STANDARD",
      }));
      return { logGroups, nextToken };
    },
    CreateLogGroup({ logGroupName }: { logGroupName: string }, { region }: Call): void {
      if (!telemetry.logs.createGroup(region, logGroupName, clock.now())) {
        throw new Fault("ResourceAlreadyExistsException", "The specified log group already exists");
      }
    },
    DeleteLogGroup({ logGroupName }: { logGroupName: string }, { region }: Call): void {
      telemetry.logs.deleteGroup(region, findGroup(telemetry.logs, region, { logGroupName }).name);
    },
    PutRetentionPolicy(input: { logGroupName: string; retentionInDays: number }, { region }: Call): void {
      telemetry.logs.setRetention(region, findGroup(telemetry.logs, region, input).name, input.retentionInDays);
    },
    DeleteRetentionPolicy(input: { logGroupName: string }, { region }: Call): void {
      telemetry.logs.setRetention(region, findGroup(telemetry.logs, region, input).name, null);
    },
  };
}
