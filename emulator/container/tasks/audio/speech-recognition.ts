import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown } from "../parameters.ts";
import { audioParts } from "./audio-parts.ts";
import { transcribe, words } from "./ctc.ts";
import { loadSound } from "./load-sound.ts";

const PARAMETERS = [
  "return_timestamps",
  "chunk_length_s",
  "stride_length_s",
  "generate_kwargs",
  "max_new_tokens",
  "decoder_kwargs",
  "ignore_warning",
  "return_language",
];

/** Models that write a text word by word; the others name a character for each moment (CTC). */
const WRITING = new Set(["whisper", "lite-whisper", "moonshine", "cohere_asr"]);

/** What is said in a recording, and when. */
export const speechRecognition: TaskAdapter = {
  pipelineTask: "automatic-speech-recognition",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "AutomaticSpeechRecognitionPipeline._sanitize_parameters");
    const isWriting = WRITING.has(pipe.model.config.model_type ?? "");
    checkTimestamps(isWriting, parameters.return_timestamps);
    return eachInput(inputs, async (input) => {
      const samples = await loadSound(pipe, input);
      return isWriting ? write(pipe, samples, parameters) : hear(pipe, samples, parameters);
    });
  },
};

function checkTimestamps(isWriting: boolean, asked: unknown): void {
  if (isWriting && asked === "char") {
    throw new PredictionError(
      "Whisper cannot return `char` timestamps, only word level or segment level timestamps. Use `return_timestamps='word'` or `return_timestamps=True` respectively.",
    );
  }
  if (!isWriting && asked && asked !== "char" && asked !== "word") {
    throw new PredictionError(
      "CTC can either predict character level timestamps, or word level timestamps. Set `return_timestamps='char'` or `return_timestamps='word'` as required.",
    );
  }
}

function write(pipe: Pipe, samples: Float32Array, parameters: Record<string, unknown>): Promise<unknown> {
  const { generate_kwargs, return_timestamps, chunk_length_s, stride_length_s, max_new_tokens } = parameters;
  const given = Object.entries({ return_timestamps, chunk_length_s, stride_length_s, max_new_tokens });
  const options = Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== null));
  return pipe(samples, { ...options, ...(generate_kwargs as object | undefined) });
}

async function hear(pipe: Pipe, samples: Float32Array, parameters: Record<string, unknown>): Promise<unknown> {
  const rate = pipe.processor.feature_extractor.config.sampling_rate;
  const { text, characters, frameS } = await transcribe(pipe, audioParts(samples, rate, parameters), rate);
  const { return_timestamps: asked } = parameters;
  if (!asked) return { text };
  const heard = asked === "word" ? words(characters) : characters;
  return {
    text,
    chunks: heard.map((each) => ({ text: each.text, timestamp: [each.from * frameS, each.to * frameS] })),
  };
}
