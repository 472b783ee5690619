import { type Fault, validation } from "../../protocol/fault.ts";
import type { RecordStore } from "../../store/record-store.ts";
import { findAlarm } from "../cloudwatch/alarms/alarm-store.ts";
import type { Deployment } from "./endpoint.ts";
import type { Capacity, DeploymentConfig } from "./rollout.ts";

/**
 * What UpdateEndpoint refuses of a DeploymentConfig beyond its shape. The rules are those of the API reference
 * (TrafficRoutingConfig, RollingUpdatePolicy, BlueGreenUpdatePolicy) and of the guide's "Exclusions"; the wordings are
 * the emulator's own.
 */
export function checkDeploymentConfig(
  records: RecordStore,
  region: string,
  config: DeploymentConfig,
  { current, next }: { current: Deployment; next: Deployment },
): void {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling, AutoRollbackConfiguration } = config;
  if (blueGreen && rolling) throw refuse("takes either BlueGreenUpdatePolicy or RollingUpdatePolicy, not both");
  if (blueGreen) checkBlueGreen(blueGreen, instancesOf(next));
  if (rolling) checkRolling(rolling, { current, next });
  if (blueGreen || rolling) checkGuardrails({ current, next });
  for (const { AlarmName = "" } of AutoRollbackConfiguration?.Alarms ?? []) {
    if (!findAlarm(records, region, AlarmName)) throw refuse(`names the alarm "${AlarmName}", which does not exist`);
  }
}

function checkBlueGreen(policy: NonNullable<DeploymentConfig["BlueGreenUpdatePolicy"]>, instances: number): void {
  const { Type, CanarySize, LinearStepSize, WaitIntervalInSeconds } = policy.TrafficRoutingConfiguration;
  if ((Type === "CANARY") !== (CanarySize !== undefined)) throw refuse("needs CanarySize with CANARY, and only then");
  if ((Type === "LINEAR") !== (LinearStepSize !== undefined)) {
    throw refuse("needs LinearStepSize with LINEAR, and only then");
  }
  if (CanarySize) checkShare("CanarySize", CanarySize, { min: 0, max: 50 }, instances);
  if (LinearStepSize) checkShare("LinearStepSize", LinearStepSize, { min: 10, max: 50 }, instances);
  const waits = WaitIntervalInSeconds + (policy.TerminationWaitInSeconds ?? 0);
  checkTimeout(policy.MaximumExecutionTimeoutInSeconds, waits);
}

function checkRolling(
  policy: NonNullable<DeploymentConfig["RollingUpdatePolicy"]>,
  { current, next }: { current: Deployment; next: Deployment },
): void {
  if ([...current.variants, ...next.variants].some(({ serverless }) => serverless)) {
    throw refuse("cannot roll endpoints with serverless variants");
  }
  if (current.variants.length > 1 || next.variants.length > 1) {
    throw refuse("cannot roll endpoints with several variants");
  }
  checkShare("MaximumBatchSize", policy.MaximumBatchSize, { min: 5, max: 50 }, instancesOf(next));
  checkTimeout(policy.MaximumExecutionTimeoutInSeconds, policy.WaitIntervalInSeconds);
}

/** Exclusions: the variants keep their names, and guardrails are for real-time and asynchronous endpoints. */
function checkGuardrails({ current, next }: { current: Deployment; next: Deployment }): void {
  const names = (deployment: Deployment): string =>
    deployment.variants
      .map(({ name }) => name)
      .toSorted()
      .join(", ");
  if (names(current) !== names(next)) {
    throw refuse(`needs the variant names of the running configuration (${names(current)}), not ${names(next)}`);
  }
}

/** An instance count of one is taken whatever share it makes: smaller steps do not exist. */
function checkShare(
  field: string,
  { Type, Value }: Capacity,
  { min, max }: { min: number; max: number },
  instances: number,
): void {
  const percent = Type === "CAPACITY_PERCENT" ? Value : (Value / Math.max(1, instances)) * 100;
  const isSmallest = Type === "INSTANCE_COUNT" && Value === 1;
  if (percent > max && !isSmallest) throw refuse(`takes ${field} up to ${max}% of the variant's total capacity`);
  if (percent < min) throw refuse(`takes ${field} from ${min}% of the variant's total capacity`);
}

function checkTimeout(timeout: number | undefined, waits: number): void {
  if (timeout !== undefined && timeout <= waits) {
    throw refuse(`needs MaximumExecutionTimeoutInSeconds above its waiting times, ${waits} seconds`);
  }
}

function instancesOf({ variants }: Deployment): number {
  return Math.max(...variants.map(({ instanceCount }) => instanceCount));
}

function refuse(what: string): Fault {
  return validation(`DeploymentConfig ${what}.`);
}
