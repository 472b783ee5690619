import type { Pipe } from "../../child/pipe.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { integerOr, refuseUnknown } from "../parameters.ts";
import { applyFunction, bestScores, labelScores, scoreFunction } from "../scores.ts";
import { loadImage } from "./load-image.ts";

/** The best labels of a picture, five unless asked otherwise. */
export const imageClassification: TaskAdapter = {
  pipelineTask: "image-classification",
  run({ pipe, inputs, parameters }) {
    const known = ["top_k", "function_to_apply", "timeout"];
    refuseUnknown(parameters, known, "ImageClassificationPipeline._sanitize_parameters");
    return eachInput(inputs, (input) => classify(pipe, input, parameters));
  },
};

async function classify(pipe: Pipe, input: unknown, parameters: Record<string, unknown>) {
  const { pixel_values } = await pipe.processor([await loadImage(input)]);
  const { logits } = await pipe.model({ pixel_values });
  const values = (logits?.data ?? []) as Float32Array;
  const { config } = pipe.model;
  const scores = applyFunction(values, scoreFunction(parameters.function_to_apply, config, values.length));
  return bestScores(labelScores(config, scores), integerOr(parameters.top_k, 5));
}
