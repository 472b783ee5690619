import type { Pipe } from "../../child/pipe.ts";
import { BinaryInput } from "../../contract/decode.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import { decodeSound } from "./decode-sound.ts";
import { resample } from "./resample.ts";

const MALFORMED =
  "Soundfile is either not in the correct format or is malformed. Ensure that the soundfile has a valid audio file extension (e.g. wav, flac or mp3) and is not corrupted. If reading from a remote URL, ensure that the URL is the full address to **download** the audio file.";

/** Sound from a binary body or an address, at the rate that the model was trained with. */
export async function loadSound(pipe: Pipe, input: unknown): Promise<Float32Array> {
  const sound = await decodeSound(await readBytes(input));
  if (!sound) throw new PredictionError(MALFORMED);
  return resample(sound, pipe.processor.feature_extractor.config.sampling_rate);
}

async function readBytes(input: unknown): Promise<Buffer> {
  if (input instanceof BinaryInput) return input.bytes;
  if (typeof input === "string" && /^https?:\/\//.test(input)) {
    const answer = await fetch(input);
    if (!answer.ok) throw new PredictionError(`${answer.status} Client Error: ${answer.statusText} for url: ${input}`);
    return Buffer.from(await answer.arrayBuffer());
  }
  if (typeof input === "string")
    throw new PredictionError(`[Errno 2] No such file or directory: '${input.slice(0, 100)}'`);
  throw new PredictionError("We expect a numpy ndarray or torch tensor as input, got `<class 'dict'>`");
}
