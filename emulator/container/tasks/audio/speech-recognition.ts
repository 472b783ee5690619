import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown } from "../parameters.ts";
import { loadSound } from "./load-sound.ts";

const PARAMETERS = ["return_timestamps", "chunk_length_s", "stride_length_s", "generate_kwargs", "max_new_tokens"];

/** What is said in a recording. */
export const speechRecognition: TaskAdapter = {
  pipelineTask: "automatic-speech-recognition",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "AutomaticSpeechRecognitionPipeline._sanitize_parameters");
    const { generate_kwargs, ...options } = parameters;
    return eachInput(inputs, async (input) =>
      pipe(await loadSound(pipe, input), { ...options, ...(generate_kwargs as object | undefined) }),
    );
  },
};
