import type { Pipe } from "../../child/pipe.ts";
import type { AudioPart } from "./audio-parts.ts";

/** A character or a word with the frames that it was heard in, end excluded. */
export type Heard = { text: string; from: number; to: number };

export type Transcript = {
  text: string;
  characters: Heard[];
  /** Length of a frame in seconds. */
  frameS: number;
};

/** What a CTC model hears in the parts of a recording, each frame's likeliest token, without the parts' overlaps. */
export async function transcribe(pipe: Pipe, parts: AudioPart[], rate: number): Promise<Transcript> {
  const ids: number[] = [];
  let frameS = 0;
  for (const { samples, left, right } of parts) {
    const { logits } = await pipe.model(await pipe.processor(samples));
    const [frames = 0, size = 0] = logits?.dims.slice(-2) ?? [];
    const best = bestTokens((logits?.data ?? new Float32Array()) as Float32Array, frames, size);
    const perSample = frames / Math.max(1, samples.length);
    frameS = samplesPerFrame(pipe, samples.length, frames) / rate;
    ids.push(...best.slice(Math.round(left * perSample), frames - Math.round(right * perSample)));
  }
  return { text: ids.length > 0 ? pipe.tokenizer.decode(ids).trim() : "", characters: characters(pipe, ids), frameS };
}

function bestTokens(logits: Float32Array, frames: number, size: number): number[] {
  return Array.from({ length: frames }, (_, frame) => {
    const row = logits.subarray(frame * size, (frame + 1) * size);
    return row.reduce((best, value, at) => (value > (row[best] ?? 0) ? at : best), 0);
  });
}

/** The product of the convolutions' strides, which the config tells; else from how long the answer is. */
function samplesPerFrame(pipe: Pipe, samples: number, frames: number): number {
  const { conv_stride } = pipe.model.config as { conv_stride?: number[] };
  return conv_stride ? conv_stride.reduce((product, stride) => product * stride, 1) : samples / Math.max(1, frames);
}

/** Equal tokens of neighbouring frames are one character; the padding token separates them and stands for nothing. */
export function characters({ tokenizer }: Pick<Pipe, "tokenizer">, ids: number[]): Heard[] {
  const { pad_token = "<pad>", word_delimiter_token: delimiter = "|" } = tokenizer.config;
  const heard: Heard[] = [];
  let last: number | null = null;
  ids.forEach((id, frame) => {
    const current = heard.at(-1);
    if (id === last && current) current.to = frame + 1;
    else {
      const token = tokenizer._tokenizer.id_to_token(id);
      heard.push({ text: token === delimiter ? " " : token, from: frame, to: frame + 1 });
    }
    last = id;
  });
  return heard.filter(({ text }) => text !== pad_token);
}

/** Characters joined to words at spaces, which belong to none. */
export function words(characters: Heard[]): Heard[] {
  const found: Heard[] = [];
  let isInside = false;
  for (const { text, from, to } of characters) {
    const word = found.at(-1);
    if (text === " ") isInside = false;
    else if (isInside && word) {
      word.text += text;
      word.to = to;
    } else {
      found.push({ text, from, to });
      isInside = true;
    }
  }
  return found;
}
