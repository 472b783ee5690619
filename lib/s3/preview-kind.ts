/** How an object is looked at; null: only downloaded. */
export type PreviewKind = "table" | "text" | "image" | "audio";

/** Only types that a browser draws without running anything: no SVG, no HTML. */
const MEDIA: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  bmp: "image/bmp",
  wav: "audio/wav",
  mp3: "audio/mpeg",
  flac: "audio/flac",
  ogg: "audio/ogg",
  m4a: "audio/mp4",
};
const TABLES = new Set(["csv", "tsv", "jsonl", "ndjson"]);
const PACKED = /\.(gz|tgz|zip|zst|bz2|xz|tar|parquet|arrow|safetensors|bin|pt|pth|onnx|h5|pkl|npy|npz|pdf|mp4)$/i;

/** What is read of a text; media come whole, up to a size. */
export const PREVIEW_BYTES = 64 * 1024;
export const MAX_MEDIA_BYTES = 20 * 1024 * 1024;

const extension = (key: string) => /\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? "";

/** Decided by the name: the type that an object was stored with is whatever somebody once said. */
export function previewKind(key: string): PreviewKind | null {
  const media = MEDIA[extension(key)];
  if (media) return media.startsWith("image/") ? "image" : "audio";
  if (TABLES.has(extension(key))) return "table";
  return PACKED.test(key) ? null : "text";
}

/** The content type that a preview is sent with. */
export function previewType(key: string): string {
  return MEDIA[extension(key)] ?? "text/plain; charset=utf-8";
}
