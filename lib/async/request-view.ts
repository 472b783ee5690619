import type { Problem } from "@/lib/errors";
import type { KeptBody } from "@/lib/playground/view";

/**
 * `sending`: the console was about to send it. `queued`: SageMaker has it, and whether it waits or runs cannot be told
 * from outside.
 */
export const ASYNC_STATES = ["sending", "queued", "done", "failed", "expired"] as const;
export type AsyncState = (typeof ASYNC_STATES)[number];

/** True while an answer may still come. */
export const isOpen = (state: AsyncState): boolean => state === "sending" || state === "queued";

/** A request of the inbox, as a row. */
export type AsyncRow = {
  id: string;
  at: string;
  endpoint: string;
  task: string | null;
  title: string;
  state: AsyncState;
  memberId: string;
  memberName: string;
  /** When its answer or failure was found. */
  finishedAt: string | null;
  /** What went wrong, in a sentence. */
  problem: string | null;
};

export type AsyncPage = {
  items: AsyncRow[];
  /** All that match, on every page. */
  total: number;
  /** How many of them may still be answered. */
  open: number;
};

/** A request with everything that is known of it. */
export type AsyncDetail = Omit<AsyncRow, "problem"> & {
  contentType: string;
  inputUri: string | null;
  outputUri: string | null;
  failureUri: string | null;
  ttlSeconds: number | null;
  timeoutSeconds: number | null;
  /** Null: it lies in S3 and was not read, or is too large to keep. */
  request: KeptBody | null;
  answer: KeptBody | null;
  problem: Problem | null;
};
