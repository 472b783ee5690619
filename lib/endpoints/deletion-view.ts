import type { Problem } from "@/lib/errors";

/** A config or model that deleting an endpoint could take along. */
export type DeletablePart = {
  name: string;
  /** Why it has to stay, as a sentence; null: it may go. */
  keptBecause: string | null;
};

/** A variant that is scaled automatically, between so many instances. */
export type ScaledVariant = { variant: string; min: number; max: number; resourceId: string; dimension: string };

/** An alarm that watches the endpoint. */
export type DeletableAlarm = { name: string; isMadeHere: boolean };

/** What deleting an endpoint would remove. */
export type DeletionPreview = {
  endpoint: string;
  /** Inference components that stand on it: SageMaker deletes no endpoint before them. */
  components: string[];
  config: DeletablePart | null;
  models: DeletablePart[];
  /** Models' data in S3 and the log group, which stay. */
  staying: { kind: "data" | "logs"; name: string }[];
  /** How many other endpoints were looked at for shared parts; false when there are more. */
  checkedEndpoints: number;
  checkedAll: boolean;
  /** What scales its variants, which goes with it, and the alarms of its step policies, which are the account's own. */
  scaling: { variants: ScaledVariant[]; alarms: DeletablePart[]; problem: null } | { variants: null; problem: string };
  /** What else watches it. */
  alarms: { found: DeletableAlarm[]; problem: null } | { found: null; problem: string };
};

/** What a deletion did, so that a failure half-way leaves no doubt. */
export type DeletionResult = {
  operationId: string;
  /** True when it goes on in the background. */
  isRunning: boolean;
  gone: string[];
  remaining: string[];
  /** Why something remains. */
  problem: Problem | null;
};

/** What was turned from its default is kept under a name that no part has. */
const turned = ({ name }: DeletableAlarm) => `alarm ${name}`;

/** Whether an alarm goes with its endpoint: the console's own unless unticked, others only when ticked. */
export function isAlarmWanted(alarm: DeletableAlarm, unticked: readonly string[]): boolean {
  return alarm.isMadeHere !== unticked.includes(turned(alarm));
}

export function toggleAlarm(alarm: DeletableAlarm, unticked: readonly string[]): string[] {
  const key = turned(alarm);
  return unticked.includes(key) ? unticked.filter((each) => each !== key) : [...unticked, key];
}
