import type { Pipe } from "../../child/pipe.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { integerOr, refuseUnknown } from "../parameters.ts";
import { applyFunction, bestScores, labelScores, scoreFunction } from "../scores.ts";
import { loadSound } from "./load-sound.ts";

/** The best labels of a recording, five unless asked otherwise, all for null. */
export const audioClassification: TaskAdapter = {
  pipelineTask: "audio-classification",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, ["top_k", "function_to_apply"], "AudioClassificationPipeline._sanitize_parameters");
    return eachInput(inputs, (input) => classify(pipe, input, parameters));
  },
};

async function classify(pipe: Pipe, input: unknown, { top_k, function_to_apply = "softmax" }: Record<string, unknown>) {
  const { logits } = await pipe.model(await pipe.processor(await loadSound(pipe, input)));
  const values = (logits?.data ?? []) as Float32Array;
  const { config } = pipe.model;
  const scores = applyFunction(values, scoreFunction(function_to_apply, config, values.length));
  const count = top_k === null ? scores.length : integerOr(top_k, 5);
  return bestScores(labelScores(config, scores), count);
}
