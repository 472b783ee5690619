import CodecParser, { type OggPage, type OpusHeader } from "codec-parser";
import { OpusDecoder } from "opus-decoder";
import { mixDown, type Sound } from "./sound.ts";
import { readWebm } from "./webm.ts";

type Head = Pick<OpusHeader, "channels" | "preSkip" | "streamCount" | "coupledStreamCount" | "channelMappingTable">;

/** Opus is always decoded at this rate. */
const RATE = 48_000;

/** Opus in an Ogg file. */
export async function decodeOggOpus(bytes: Buffer): Promise<Sound> {
  const parser = new CodecParser("application/ogg", { enableFrameCRC32: false });
  const pages = [...parser.parseAll(bytes)] as OggPage[];
  const frames = pages.flatMap(({ codecFrames }) => codecFrames ?? []);
  const header = frames[0]?.header as OpusHeader | undefined;
  return decode(
    header ?? null,
    frames.map(({ data }) => data),
  );
}

/** Opus in a WebM file, which is what browsers record. */
export async function decodeWebm(bytes: Buffer): Promise<Sound> {
  const { codec, head, frames } = readWebm(bytes);
  return decode(codec === "A_OPUS" && head ? readHead(head) : null, frames);
}

/** The identification header of RFC 7845; families above 0 name how channels are coupled. */
function readHead(head: Buffer): Head {
  const channels = head[9] ?? 1;
  const isMapped = (head[18] ?? 0) > 0;
  return {
    channels,
    preSkip: head.readUInt16LE(10),
    streamCount: isMapped ? (head[19] ?? 1) : 1,
    coupledStreamCount: isMapped ? (head[20] ?? 0) : channels - 1,
    channelMappingTable: isMapped ? [...head.subarray(21, 21 + channels)] : [0, 1].slice(0, channels),
  };
}

async function decode(head: Head | null, frames: Uint8Array[]): Promise<Sound> {
  if (!head || frames.length === 0) return { samples: new Float32Array(), rate: RATE };
  const { channels, preSkip, streamCount, coupledStreamCount, channelMappingTable } = head;
  const decoder = new OpusDecoder({ channels, preSkip, streamCount, coupledStreamCount, channelMappingTable });
  try {
    await decoder.ready;
    return mixDown(decoder.decodeFrames(frames));
  } finally {
    decoder.free();
  }
}
