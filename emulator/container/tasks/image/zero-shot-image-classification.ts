import { pythonTypeName } from "../../contract/decode.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown, requireText } from "../parameters.ts";
import { loadImage } from "./load-image.ts";

/** Scores for labels that come with the request; a binary body has no place for them, so only JSON can ask. */
export const zeroShotImageClassification: TaskAdapter = {
  pipelineTask: "zero-shot-image-classification",
  run({ pipe, inputs, parameters }) {
    const known = ["candidate_labels", "hypothesis_template", "timeout", "tokenizer_kwargs"];
    refuseUnknown(parameters, known, "ZeroShotImageClassificationPipeline._sanitize_parameters");
    const labels = readLabels(parameters.candidate_labels);
    const { hypothesis_template = "This is a photo of {}." } = parameters;
    return eachInput(inputs, async (input) => pipe(await loadImage(input), labels, { hypothesis_template }));
  },
};

/** A list; one string counts as the list of its characters, because Python goes through it so. */
function readLabels(value: unknown): string[] {
  if (value === undefined || value === null) throw new PredictionError("'NoneType' object is not iterable");
  if (typeof value === "string") return [...value];
  if (!Array.isArray(value)) throw new PredictionError(`'${pythonTypeName(value)}' object is not iterable`);
  if (value.length === 0) throw new PredictionError("list index out of range");
  return value.map(requireText);
}
