import type { SecondaryStatus, TrainingStatus } from "./training-job.ts";

/** How a job ends, in SageMaker's words. */
export type Ending = {
  status: TrainingStatus;
  reason: string | null;
  /** Where it says more than the status. */
  secondary?: SecondaryStatus;
  message: string;
};

export const COMPLETED: Ending = { status: "Completed", reason: null, message: "Training job completed" };
export const STOPPED: Ending = { status: "Stopped", reason: null, message: "Training job stopped" };
export const MAX_RUNTIME: Ending = {
  ...STOPPED,
  secondary: "MaxRuntimeExceeded",
  message: "Training job runtime exceeded MaxRuntimeInSeconds provided",
};
export const MAX_WAIT: Ending = {
  ...STOPPED,
  secondary: "MaxWaitTimeExceeded",
  message: "Training job wait time exceeded MaxWaitTimeInSeconds provided",
};

export function failed(reason: string): Ending {
  return { status: "Failed", reason, message: "Training job failed" };
}
