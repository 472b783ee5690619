import { PredictionError } from "../../contract/prediction-error.ts";

/** Sound in one channel, values between -1 and 1. */
export type Sound = { samples: Float32Array; rate: number };

type Format = { encoding: number; channels: number; rate: number; bits: number };

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** Decodes a RIFF WAVE file; several channels are mixed into one. */
export function decodeWav(bytes: Buffer): Sound {
  let format: Format | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at + 8, at + 8 + size);
    if (id === "fmt " && chunk.length >= 16) format = readFormat(chunk);
    // Streams leave the size open: what is there is the sound.
    if (id === "data" && format) return { samples: mixDown(chunk, format), rate: format.rate };
    at += 8 + size + (size % 2);
  }
  throw new PredictionError(
    "Soundfile is either not in the correct format or is malformed. Ensure that the soundfile has a valid audio file extension (e.g. wav, flac or mp3) and is not corrupted.",
  );
}

function readFormat(chunk: Buffer): Format {
  const encoding = chunk.readUInt16LE(0);
  return {
    encoding: encoding === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : encoding,
    channels: chunk.readUInt16LE(2),
    rate: chunk.readUInt32LE(4),
    bits: chunk.readUInt16LE(14),
  };
}

function mixDown(data: Buffer, { encoding, channels, bits }: Format): Float32Array {
  const read = reader(encoding, bits);
  const width = bits / 8;
  const frames = Math.floor(data.length / (width * Math.max(1, channels)));
  const samples = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += read(data, (frame * channels + channel) * width);
    samples[frame] = sum / channels;
  }
  return samples;
}

function reader(encoding: number, bits: number): (data: Buffer, at: number) => number {
  if (encoding === PCM && bits === 8) return (data, at) => (data.readUInt8(at) - 128) / 128;
  if (encoding === PCM && [16, 24, 32].includes(bits)) {
    return (data, at) => data.readIntLE(at, bits / 8) / 2 ** (bits - 1);
  }
  if (encoding === FLOAT && bits === 32) return (data, at) => data.readFloatLE(at);
  if (encoding === FLOAT && bits === 64) return (data, at) => data.readDoubleLE(at);
  throw new PredictionError(`Audio with encoding ${encoding} and ${bits} bits is not supported by the emulator.`);
}
