import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { isTruncating, refuseUnknown, requireText } from "../parameters.ts";

const PARAMETERS = ["truncation", "tokenize_kwargs", "return_tensors"];

/** The model's vectors as they are: one for each token, in a list of one. */
export const featureExtraction: TaskAdapter = {
  pipelineTask: "feature-extraction",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "FeatureExtractionPipeline._sanitize_parameters");
    return eachInput(inputs, (input) => extract(pipe, requireText(input), parameters));
  },
};

async function extract(pipe: Pipe, text: string, { truncation, tokenize_kwargs }: Record<string, unknown>) {
  const given = (tokenize_kwargs ?? {}) as Record<string, unknown>;
  if ((truncation ?? null) !== null && "truncation" in given) {
    throw new PredictionError(
      "truncation parameter defined twice (given as keyword argument as well as in tokenize_kwargs)",
    );
  }
  const options = { padding: true, ...given, truncation: isTruncating(truncation ?? given.truncation) };
  const outputs = await pipe.model(pipe.tokenizer(text, options));
  const vectors = outputs.last_hidden_state ?? outputs.token_embeddings ?? Object.values(outputs)[0];
  return vectors?.tolist();
}
