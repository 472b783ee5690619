import type { Pipe } from "../../child/pipe.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown, requireText } from "../parameters.ts";

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
  const options = { padding: true, truncation: truncation === true, ...(tokenize_kwargs as object | undefined) };
  const outputs = await pipe.model(pipe.tokenizer(text, options));
  return (outputs.last_hidden_state ?? outputs.token_embeddings ?? outputs.logits)?.tolist();
}
