import type { Problem } from "@/lib/errors";

/** A body as it is kept: as text, as base64, or, when it was too large, only by its size. */
export type KeptBody = { contentType: string; bytes: number; text: string | null; base64: string | null };

/** A call of one's own, as a row of the history. */
export type CallRow = {
  /** Chosen by whoever sends the call, so that the page knows it before it is answered. */
  id: string;
  at: string;
  endpoint: string;
  /** The variant that answered; for a failure the one that was asked for. */
  variant: string | null;
  task: string | null;
  title: string;
  /** What SageMaker and the model took; null when that is not known. */
  latencyMs: number | null;
  requestId: string | null;
  /** What went wrong, in a sentence; null when it was answered. */
  problem: string | null;
};

/** A call with everything that was kept of it. */
export type KeptCall = Omit<CallRow, "problem"> & {
  request: KeptBody;
  /** Null when it failed. */
  answer: KeptBody | null;
  problem: Problem | null;
};

/** An input that somebody saved for everybody in the workspace. */
export type ExampleRow = {
  id: string;
  task: string;
  name: string;
  note: string;
  memberId: string;
  memberName: string;
  createdAt: string;
  bytes: number;
};

/** The same with what is sent. */
export type SavedExample = Omit<ExampleRow, "bytes"> & { request: KeptBody };
