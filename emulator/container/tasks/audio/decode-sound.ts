import { FLACDecoder } from "@wasm-audio-decoders/flac";
import { OggVorbisDecoder } from "@wasm-audio-decoders/ogg-vorbis";
import { MPEGDecoder } from "mpg123-decoder";
import { decodeOggOpus, decodeWebm } from "./decode-opus.ts";
import { decodeWav } from "./decode-wav.ts";
import { type Channels, mixDown, type Sound } from "./sound.ts";

type Decoder = (bytes: Buffer) => Promise<Sound> | Sound;

/** The formats by how their files begin, as ffmpeg tells them: the content type says nothing. */
const FORMATS: [(head: string) => boolean, Decoder][] = [
  [(head) => head.startsWith("RIFF") && head.startsWith("WAVE", 8), decodeWav],
  [(head) => head.startsWith("fLaC") || isOgg(head, "FLAC"), (bytes) => decodeBy(new FLACDecoder(), bytes)],
  [(head) => isOgg(head, "OpusHead"), decodeOggOpus],
  [(head) => isOgg(head, "vorbis"), (bytes) => decodeBy(new OggVorbisDecoder(), bytes)],
  [(head) => head.startsWith("E\xdf\xa3", 1), decodeWebm],
  [(head) => /^(ID3|\xff[\xe2-\xff])/.test(head), decodeMpeg],
];

/** The first packet of an Ogg file, behind a header of 28 bytes, names the codec. */
function isOgg(head: string, codec: string): boolean {
  return head.startsWith("OggS") && head.slice(28, 40).includes(codec);
}

/** Enough to tell a format. */
const HEAD_BYTES = 64;

/** The sound in a file; null when it is in no format that is known, or holds none. */
export async function decodeSound(bytes: Buffer): Promise<Sound | null> {
  const head = bytes.toString("latin1", 0, HEAD_BYTES);
  const decoder = FORMATS.find(([isFormat]) => isFormat(head))?.[1];
  const sound = await decoder?.(bytes);
  return sound && sound.samples.length > 0 ? sound : null;
}

type FileDecoder = {
  ready: Promise<void>;
  decodeFile(bytes: Uint8Array): Promise<Channels>;
  free(): void;
};

async function decodeBy(decoder: FileDecoder, bytes: Buffer): Promise<Sound> {
  try {
    await decoder.ready;
    return mixDown(await decoder.decodeFile(bytes));
  } finally {
    decoder.free();
  }
}

async function decodeMpeg(bytes: Buffer): Promise<Sound> {
  const decoder = new MPEGDecoder();
  return decodeBy(
    { ready: decoder.ready, decodeFile: async (file) => decoder.decode(file), free: () => decoder.free() },
    bytes,
  );
}
