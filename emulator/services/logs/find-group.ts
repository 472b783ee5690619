import { ACCOUNT_ID } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";
import type { LogGroup, LogStore } from "../../telemetry/log-store.ts";

export type GroupInput = { logGroupName?: string; logGroupIdentifier?: string };

/** A group by its name or ARN; CloudWatch Logs' error when it is not there. */
export function findGroup(logs: LogStore, region: string, input: GroupInput): LogGroup {
  const name = input.logGroupName ?? nameOf(input.logGroupIdentifier);
  if (!name) throw new Fault("InvalidParameterException", "1 validation error detected: logGroupName is required.");
  const group = logs.group(region, name);
  if (!group) throw new Fault("ResourceNotFoundException", "The specified log group does not exist.");
  return group;
}

export function nameOf(identifier: string | undefined): string | undefined {
  return identifier?.replace(/^arn:[^:]+:logs:[^:]*:[^:]*:log-group:/, "").replace(/:\*$/, "");
}

export function groupArn(region: string, name: string): string {
  return `arn:aws:logs:${region}:${ACCOUNT_ID}:log-group:${name}`;
}
