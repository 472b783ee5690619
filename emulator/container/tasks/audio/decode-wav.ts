import { PredictionError } from "../../contract/prediction-error.ts";
import type { Sound } from "./sound.ts";

type Format = { encoding: number; channels: number; rate: number; bits: number };

const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;

/** Decodes a RIFF WAVE file; several channels are mixed into one. Without sound in it there are no samples. */
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
  return { samples: new Float32Array(), rate: 0 };
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
  if (encoding === MU_LAW && bits === 8) return (data, at) => muLaw(data.readUInt8(at));
  if (encoding === A_LAW && bits === 8) return (data, at) => aLaw(data.readUInt8(at));
  if (encoding === FLOAT && bits === 64) return (data, at) => data.readDoubleLE(at);
  throw new PredictionError(`Audio with encoding ${encoding} and ${bits} bits is not supported by the emulator.`);
}

/** G.711: a sign, an exponent and a mantissa in eight bits, all inverted. */
function muLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const size = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return (bits & 0x80 ? -size : size) / 32_768;
}

/** G.711's other law: every second bit inverted. */
function aLaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 0x0f) << 4) + 8;
  const size = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return (bits & 0x80 ? size : -size) / 32_768;
}
