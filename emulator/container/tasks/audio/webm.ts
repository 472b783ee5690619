/** The first sound track of a WebM file. */
export type WebmTrack = { codec: string; head: Buffer | null; frames: Buffer[] };

/** Elements of Matroska's specification that hold others, and those that matter here. */
const CONTAINERS = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);
const TRACK = 0xae;
const CODEC_ID = 0x86;
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
/** Track number (one byte for the first 126), time, flags. */
const BLOCK_HEADER_BYTES = 4;

/** Walks a WebM file's elements in order. Sizes may be open, as browsers write them while they record. */
export function readWebm(bytes: Buffer): WebmTrack {
  const track: WebmTrack = { codec: "", head: null, frames: [] };
  let number = 0;
  let tracks = 0;
  for (let at = 0; at < bytes.length; ) {
    const id = readVint(bytes, at, true);
    const size = id && readVint(bytes, at + id.length, false);
    if (!id || !size) break;
    const from = at + id.length + size.length;
    const data = bytes.subarray(from, from + size.value);
    if (id.value === TRACK) tracks += 1;
    if (id.value === CODEC_ID && data.toString("latin1").startsWith("A_") && !track.codec) {
      track.codec = data.toString("latin1").replace(/\0+$/, "");
      number = tracks;
    }
    if (id.value === CODEC_PRIVATE && (!track.codec || number === tracks)) track.head = data;
    if ((id.value === SIMPLE_BLOCK || id.value === BLOCK) && data[0] === (0x80 | number)) {
      track.frames.push(data.subarray(BLOCK_HEADER_BYTES));
    }
    // Containers are not jumped over: what they hold comes next.
    at = CONTAINERS.has(id.value) ? from : from + size.value;
  }
  return track;
}

type Vint = { value: number; length: number };

/** A number whose leading zeros say how many bytes it has; ids keep the bit that ends them. */
function readVint(bytes: Buffer, at: number, isId: boolean): Vint | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) return null;
  let value = isId ? first : first & (0xff >> length);
  for (let offset = 1; offset < length; offset += 1) value = value * 256 + (bytes[at + offset] ?? 0);
  return { value, length };
}
