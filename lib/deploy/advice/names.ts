import type { AdvisedMode } from "./setup";

export const MODE_NAMES: Record<AdvisedMode, string> = {
  "real-time": "Real-time",
  serverless: "Serverless",
  async: "Asynchronous",
  batch: "Batch transform",
};
