import type { RecordStore } from "../../store/record-store.ts";
import { type Alarm, deleteAlarm, listAlarms } from "../cloudwatch/alarms/alarm-store.ts";

/** How a scalable target is to be scaled, as it was put. `createdAt` is epoch milliseconds. */
export type ScalingPolicy = {
  name: string;
  resourceId: string;
  dimension: string;
  type: string;
  tracking: object | null;
  steps: object | null;
  arn: string;
  createdAt: number;
};

type PolicyId = { ResourceId: string; ScalableDimension: string; PolicyName: string };

const KIND = "scaling-policy";

export function findPolicy(records: RecordStore, region: string, id: PolicyId): ScalingPolicy | undefined {
  return records.get<ScalingPolicy>(KIND, region, keyOf(id));
}

export function listPolicies(records: RecordStore, region: string): ScalingPolicy[] {
  return records.list<ScalingPolicy>(KIND, region);
}

export function savePolicy(records: RecordStore, region: string, policy: ScalingPolicy): void {
  records.put(KIND, region, keyOf(idOf(policy)), policy);
}

/** True when there was one. The alarms that were made for it go with it; those of step policies are the user's. */
export function deletePolicy(records: RecordStore, region: string, id: PolicyId): boolean {
  const policy = findPolicy(records, region, id);
  for (const { name } of policy ? alarmsOf(listAlarms(records, region), policy) : []) {
    if (name.startsWith(TRACKING_PREFIX)) deleteAlarm(records, region, name);
  }
  return records.delete(KIND, region, keyOf(id));
}

/** A target that is deregistered takes its policies with it. */
export function dropPoliciesOf(records: RecordStore, region: string, resourceId: string, dimension: string): void {
  for (const policy of listPolicies(records, region)) {
    if (policy.resourceId !== resourceId || policy.dimension !== dimension) continue;
    deletePolicy(records, region, idOf(policy));
  }
}

/** What Application Auto Scaling names the alarms that it makes. */
export const TRACKING_PREFIX = "TargetTracking-";

/** The alarms whose action a policy is. */
export function alarmsOf(alarms: readonly Alarm[], { arn }: Pick<ScalingPolicy, "arn">): Alarm[] {
  return alarms.filter(({ definition }) => definition.AlarmActions?.includes(arn));
}

const idOf = ({ resourceId, dimension, name }: ScalingPolicy): PolicyId => ({
  ResourceId: resourceId,
  ScalableDimension: dimension,
  PolicyName: name,
});

const keyOf = ({ ResourceId, ScalableDimension, PolicyName }: PolicyId): string =>
  `${ResourceId} ${ScalableDimension} ${PolicyName}`;
