import type { Problem } from "@/lib/errors";

import type { DeleteEndpointInput } from "./schema";

/** A config or model that deleting an endpoint could take along. */
export type DeletablePart = {
  name: string;
  /** Why it has to stay, as a sentence; null: it may go. */
  keptBecause: string | null;
};

/** A model, and the endpoint's configs that use it: while one of them stays, it stays. */
export type ModelPart = DeletablePart & { neededBy: string[] };

/** A variant that is scaled automatically, between so many instances. */
export type ScaledVariant = { variant: string; min: number; max: number; resourceId: string; dimension: string };

/** An alarm that watches the endpoint. */
export type DeletableAlarm = { name: string; isMadeHere: boolean };

/** What deleting an endpoint would remove. */
export type DeletionPreview = {
  endpoint: string;
  /** Inference components that stand on it: it cannot be deleted while they do. */
  components: string[];
  /** Why SageMaker would refuse it just now; null when it would not. */
  refusal: string | null;
  config: DeletablePart | null;
  /** Configs that ran before and still exist. */
  earlier: DeletablePart[];
  models: ModelPart[];
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
  /** What was never to go, with why where somebody may ask. */
  staying: { label: string; why: string | null }[];
  /** Why something remains. */
  problem: Problem | null;
};

/** What would go with each of several endpoints, or why that could not be looked at. */
export type ManyDeletions = { name: string; preview: DeletionPreview | null; problem: Problem | null }[];

/** A deletion that goes on as an operation, or why it was not begun. */
export type BegunDeletion = { name: string; operationId: string | null; problem: Problem | null };

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

type PartKind = "config" | "model" | "step-alarm";

/** Under which a part is taken off: a config and a model often have the same name. */
export const partKey = (kind: PartKind, name: string) => `${kind} ${name}`;

/** Whether a part goes: what may go does, unless it was taken off. */
function isPartWanted(kind: PartKind, part: DeletablePart | null, unticked: readonly string[]): boolean {
  return part !== null && part.keptBecause === null && !unticked.includes(partKey(kind, part.name));
}

/** The config that stays and keeps a model that could go otherwise; null: none does. */
export function configThatKeeps(
  model: ModelPart,
  preview: DeletionPreview,
  unticked: readonly string[],
): string | null {
  const configs = [...(preview.config ? [preview.config] : []), ...preview.earlier];
  const staying = configs.filter((config) => !isPartWanted("config", config, unticked)).map(({ name }) => name);
  return model.neededBy.find((config) => staying.includes(config)) ?? null;
}

/** The deletion of everything that may go and was not taken off: of all of it when nothing was. */
export function chosenDeletion(preview: DeletionPreview, unticked: readonly string[] = []): DeleteEndpointInput {
  const isWanted = (kind: PartKind) => (part: DeletablePart | null) => isPartWanted(kind, part, unticked);
  return {
    name: preview.endpoint,
    config: isWanted("config")(preview.config),
    earlier: preview.earlier.filter(isWanted("config")).map(({ name }) => name),
    models: preview.models
      .filter((model) => isWanted("model")(model) && configThatKeeps(model, preview, unticked) === null)
      .map(({ name }) => name),
    alarms: [
      ...(preview.alarms.found ?? []).filter((alarm) => isAlarmWanted(alarm, unticked)),
      ...(preview.scaling.variants ? preview.scaling.alarms : []).filter(isWanted("step-alarm")),
    ].map(({ name }) => name),
  };
}
