import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown } from "../parameters.ts";
import { readLabels } from "../text/zero-shot-classification.ts";
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
