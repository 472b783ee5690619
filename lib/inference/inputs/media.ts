import { imageTypeOf } from "../media/content-types";
import { fromBase64, toBase64 } from "./base64";
import type { Media } from "./input-form";

/** A picture or recording for JSON `inputs`. */
export function mediaInputs(media: Media | null): string {
  if (!media) return "";
  return media.source === "url" ? media.url : media.base64;
}

/** A picture or recording as it stands in JSON `inputs`: an address, a data URL, or bare base64 (pictures only). */
export function readMedia(inputs: unknown, kind: "image" | "audio"): { media: Media | null } | null {
  if (typeof inputs !== "string") return null;
  if (inputs === "") return { media: null };
  if (/^https?:\/\//.test(inputs)) return { media: { source: "url", url: inputs } };
  if (kind === "audio") return null;
  const [, type, base64 = inputs] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(inputs) ?? [];
  const bytes = fromBase64(base64);
  return bytes && { media: mediaOf("", type ?? imageTypeOf(bytes, "image/x-image"), bytes) };
}

/** A picked, dropped, pasted or recorded file, read whole. */
export async function mediaFromFile(blob: Blob, name: string, type = blob.type): Promise<Media> {
  return mediaOf(name, type, new Uint8Array(await blob.arrayBuffer()));
}

function mediaOf(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Media {
  return { source: "file", name, type, blob: new Blob([bytes], { type }), base64: toBase64(bytes) };
}

/** Why an address cannot be fetched by the container; null when it may. */
export function urlError(url: string): string | null {
  return /^https?:\/\/[^\s/]+\S*$/.test(url) ? null : "Give a link that begins with https://.";
}
