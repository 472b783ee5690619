import type { RecipeKind } from "./schema";

export const KIND_LABELS: Record<RecipeKind, string> = {
  training: "Training",
  "real-time": "Endpoint",
  scaling: "Scaling endpoint",
  async: "Async endpoint",
  batch: "Batch",
};
