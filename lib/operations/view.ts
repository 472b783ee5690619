import type { Problem } from "@/lib/errors";

/** `failed` waits for a person: retry, remove what was made, or leave it as it is (`dismissed`). */
export type OperationStatus = "running" | "succeeded" | "failed" | "removed" | "dismissed";
export type OperationIntent = "make" | "remove";
export type StepState = "pending" | "attempting" | "done" | "failed";

/** Something in AWS that an operation makes. */
export type OperationResource = {
  kind: "model" | "endpoint-config" | "endpoint" | "archive" | "transform-job" | "alarm" | "inference-component";
  name: string;
};

export type OperationStepView = {
  id: string;
  title: string;
  state: StepState;
  startedAt: string | null;
  finishedAt: string | null;
  /** What is known right now, for example SageMaker's own status. */
  note: string | null;
};

/** What the browser sees of a journalled operation. It never holds the plan itself: plans carry secrets. */
export type OperationView = {
  id: string;
  kind: string;
  target: string;
  status: OperationStatus;
  intent: OperationIntent;
  steps: OperationStepView[];
  /** What of it exists in AWS; null: it could not be checked. */
  existing: OperationResource[] | null;
  problem: Problem | null;
  memberName: string;
  createdAt: string;
  updatedAt: string;
  /** The kind's own facts for its page; a deploy puts a `DeploySummary` here. */
  summary: Record<string, unknown>;
};

/** True while a console process works on it, so that looking again soon is worth a call. */
export function isUnderWay(operation: Pick<OperationView, "status">): boolean {
  return operation.status === "running";
}

/** Where an operation is watched, under its workspace. */
export function operationPath(id: string): `/${string}` {
  return `/operations/${encodeURIComponent(id)}`;
}
