import type { Pipe } from "../../child/pipe.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { integerOr, refuseUnknown } from "../parameters.ts";
import { applyFunction, labelScores, scoreFunction } from "../scores.ts";
import { loadSound } from "./load-sound.ts";

/** The best labels of a recording, five unless asked otherwise. */
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
  const best = labelScores(config, scores).slice(0, integerOr(top_k, 5));
  return best.map(({ label, score }) => ({ score, label }));
}
