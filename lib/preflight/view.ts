import type { DeployFormValues } from "@/lib/deploy/schema";

/** `unseen`: it could not be looked, which blocks nobody; `looking`: the answer is on its way. */
export type Verdict = "fine" | "warning" | "will-fail" | "unseen" | "looking";

/** A button that mends a choice: it sets fields of the form. */
export type Mend = { label: string; set: Partial<DeployFormValues> };

/** One check of a deploy before it is sent. */
export type Check = {
  id: CheckId;
  label: string;
  verdict: Verdict;
  /** The outcome as a sentence. */
  summary: string;
  /** What it was told from. */
  evidence: { term: string; value: string }[];
  mend: Mend | null;
};

export const CHECK_IDS = [
  "image",
  "device",
  "host",
  "access",
  "archive",
  "model-type",
  "task",
  "memory",
  "serverless",
  "start-up",
  "quota",
  "role",
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** What was looked up, why it could not be, or that it still is. */
export type Look<T> = { state: "seen"; value: T } | { state: "unseen"; why: string } | { state: "looking" };

/** What is known of the model that would be served. */
export type ModelFacts = {
  modelType: string | null;
  architectures: string[];
  /** It brings modelling code of its own. */
  bringsCode: boolean;
  /** The library that loads it; null: not said. */
  library: string | null;
  /** The task that its card names. */
  task: string | null;
  /** Version of transformers that saved it. */
  trainedWith: string | null;
  /** Bytes of the weights as they are stored; null: unknown. */
  weightBytes: number | null;
  /** Where the size comes from, for the evidence. */
  weightSource: string;
};

/** What the Hub says of access to a model. */
export type HubAccess =
  | { state: "found"; isGated: boolean; isPrivate: boolean; withToken: boolean }
  | { state: "missing" | "no-revision" | "hidden"; withToken: boolean };

/** What lies in an archive, as far as starting needs it. */
export type ArchiveFacts = { paths: string[]; isWhole: boolean; runsOwnCode: boolean };

/** The account's room for instances of one type. */
export type QuotaFacts = {
  name: string;
  limit: number;
  used: number;
  /** How many more scaling may add to what runs. */
  mayAdd: number;
  /** Not every endpoint was looked into. */
  isPartial: boolean;
};

/** What the execution role may do; a null was not permitted to look. */
export type RoleFacts = {
  trustsSageMaker: boolean | null;
  /** Read the model's archive; true without one. */
  readsModel: boolean | null;
  /** The console may hand it to SageMaker. */
  isPassable: boolean | null;
};

/** All evidence of a preflight; null: the plan needs none of it. */
export type Evidence = {
  model: Look<ModelFacts> | null;
  access: Look<HubAccess> | null;
  archive: Look<ArchiveFacts> | null;
  quota: Look<QuotaFacts> | null;
  role: Look<RoleFacts> | null;
};
