/** A variant as it ran, for lists: without its environment. */
export type ParkedVariant = { name: string; model: string; fleet: string; isShadow: boolean };

/** An inference component as it stood. */
export type ParkedComponent = { name: string; model: string; copies: number };

/** What is kept of an endpoint, in numbers and names; nothing in it is secret. */
export type ParkedSummary = {
  variants: ParkedVariant[];
  /** Missing in what was kept before they were. */
  components?: ParkedComponent[];
  config: string;
  models: string[];
  alarms: string[];
  tags: { key: string; value: string }[];
  scaledVariants: number;
  scaledComponents?: number;
  policies: number;
  schedules: number;
  hasDataCapture: boolean;
  /** What it cost while it ran, without data and storage; null: not known, or by the call. */
  usdPerHour: number | null;
};

/** A part that stays in the account while its endpoint is parked, and why. */
export type KeptPart = { kind: "endpoint config" | "model" | "data" | "logs"; name: string; why: string };

/** What parking an endpoint would keep, delete and save. */
export type ParkPreview = {
  endpoint: string;
  summary: ParkedSummary;
  going: { kind: string; name: string }[];
  staying: KeptPart[];
  /** How many other endpoints and configurations were looked at for shared parts; false when there are more. */
  checkedAll: boolean;
};

/** `failed`: parking or restoring stopped half-way, and its operation says where. */
export type ParkedState = "parking" | "parked" | "restoring" | "failed";

export type ParkedEndpoint = {
  id: string;
  endpoint: string;
  state: ParkedState;
  operationId: string;
  summary: ParkedSummary;
  memberName: string;
  parkedAt: string;
};
