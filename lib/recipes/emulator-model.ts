import type { Recipe } from "@/catalog/recipes/schema";

import { inBucket } from "./images";

/** What the emulator needs to serve a recipe's model; null: it serves none, or by a script of the person's own. */
export function emulatorModelNote(
  { serve, training, imports }: Pick<Recipe, "serve" | "training" | "imports">,
  bucket: string,
): string | null {
  if (!serve || (imports.length > 0 && !training)) return null;
  switch (serve.model.from) {
    case "hub":
      return `The emulator downloads ${serve.model.modelId} from the Hugging Face Hub and runs its ONNX weights. Where the Hub cannot be reached, or has no such weights of it, the container does not start.`;
    case "s3":
      return `The archive must lie at ${inBucket(serve.model.modelDataUrl, bucket)} in the emulator's own S3, with onnx/model.onnx in it: without, the container does not start.`;
    case "training-job":
      return "The emulator runs ONNX weights: the container starts only if the script also leaves onnx/model.onnx beside the model that it saves.";
  }
}
