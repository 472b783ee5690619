/** What the browser sees of Application Auto Scaling. JSON-safe: dates are ISO strings, what AWS leaves out is null. */

import type { PolicyConfig } from "./policy-schema";
import type { ScheduledConfig, Suspended } from "./schema";

/** What is scaled: `endpoint/NAME/variant/VARIANT` or `inference-component/NAME`, and which number of it. */
export type TargetId = { resourceId: string; dimension: string };

/** A scalable target: how few and how many there may be. */
export type TargetView = TargetId & { min: number; max: number; suspended: Suspended; createdAt: string | null };

/** A policy as it is kept. `config` is null for one that this console cannot edit; `otherwise` says why. */
export type PolicyView = TargetId & {
  name: string;
  arn: string;
  type: string;
  config: PolicyConfig | null;
  otherwise: string | null;
  /** Names of the alarms that start it, as Application Auto Scaling tells them. */
  alarms: string[];
};

export type ScheduledActionView = TargetId & ScheduledConfig;

/** Something that scaling did, or did not though it was asked to. */
export type ActivityView = TargetId & {
  id: string;
  at: string;
  endedAt: string | null;
  status: string;
  description: string;
  cause: string;
  message: string | null;
  /** Why nothing was scaled; empty: it was. */
  reasons: NotScaled[];
};

export type NotScaled = { code: string; max: number | null; min: number | null; current: number | null };

/** An alarm that starts a policy, as far as scaling needs it. */
export type ScalingAlarmView = {
  name: string;
  state: string;
  stateReason: string | null;
  stateSince: string | null;
  metricName: string | null;
  threshold: number | null;
  /** What it starts. */
  actions: string[];
};

/** The parts of a resource id; `endpoint` is null for an inference component until it is described. */
export function partsOf(resourceId: string): { endpoint: string | null; variant: string | null; name: string } {
  const [kind, name = "", , variant = ""] = resourceId.split("/");
  return kind === "endpoint" ? { endpoint: name, variant, name } : { endpoint: null, variant: null, name };
}

/** `endpoint/NAME/variant/VARIANT`. */
export function variantResource(endpoint: string, variant: string): string {
  return `endpoint/${endpoint}/variant/${variant}`;
}

/** `inference-component/NAME`. */
export function componentResource(name: string): string {
  return `inference-component/${name}`;
}

/** Tells targets apart: one resource may have two dimensions. */
export function targetKey({ resourceId, dimension }: TargetId): string {
  return `${resourceId} ${dimension}`;
}
