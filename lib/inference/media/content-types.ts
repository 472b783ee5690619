/** The pictures and recordings that the inference toolkit decodes, by the exact names that it knows (`decoder_encoder.py`). */
export const CONTAINER_IMAGE_TYPES: readonly string[] = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/bmp",
  "image/tiff",
];

/** What the container calls the recordings that it takes; the usual names of the first two are unknown to it. */
const CONTAINER_AUDIO: Record<string, string> = {
  wav: "audio/wave",
  flac: "audio/x-flac",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
};

const MAGIC: [kind: string, matches: (head: string) => boolean][] = [
  ["image/png", (head) => head.startsWith("\x89PNG")],
  ["image/jpeg", (head) => head.startsWith("\xff\xd8\xff")],
  ["image/gif", (head) => head.startsWith("GIF8")],
  ["image/bmp", (head) => head.startsWith("BM")],
  ["image/tiff", (head) => head.startsWith("II*\0") || head.startsWith("MM\0*")],
  ["image/webp", (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP"],
  ["image/avif", (head) => head.slice(4, 12) === "ftypavif"],
  ["image/heic", (head) => /^ftyp(heic|heix|mif1|msf1)/.test(head.slice(4))],
  ["wav", (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WAVE"],
  ["flac", (head) => head.startsWith("fLaC")],
  ["ogg", (head) => head.startsWith("OggS")],
  ["mp3", (head) => head.startsWith("ID3") || /^\xff[\xfb\xf3\xf2\xfa]/.test(head)],
];

/** What a file is, by its first bytes: names and the types that systems derive from them are often wrong. */
function kindOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return MAGIC.find(([, matches]) => matches(head))?.[0] ?? null;
}

/** The type of a picture: by its bytes, or else as it was given; "" when nothing is known. */
export function imageTypeOf(bytes: Uint8Array, given: string): string {
  const kind = kindOf(bytes);
  return kind?.startsWith("image/") ? kind : given;
}

/** The container's own name for a recording that it takes; null when it takes none such. */
export function containerAudioType(bytes: Uint8Array): string | null {
  return CONTAINER_AUDIO[kindOf(bytes) ?? ""] ?? null;
}
