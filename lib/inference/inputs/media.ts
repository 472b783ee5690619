import type { Media } from "./input-form";

/** A picture or recording as it stands in JSON `inputs`: an address, a data URL, or bare base64 (pictures only). */
export function readMedia(inputs: unknown, kind: "image" | "audio"): Media | null {
  if (typeof inputs !== "string") return null;
  if (/^https?:\/\//.test(inputs)) return { source: "url", url: inputs };
  if (kind === "audio") return null;
  const [, type, base64 = inputs] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(inputs) ?? [];
  const bytes = fromBase64(base64);
  return bytes ? mediaOf(bytes, type ?? imageType(bytes), base64) : null;
}

/** A file from its bytes. */
function mediaOf(bytes: Uint8Array<ArrayBuffer>, type: string, base64 = toBase64(bytes)): Media {
  return { source: "file", name: "", type, blob: new Blob([bytes], { type }), base64 };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  const step = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(text);
}

/** By the first bytes, as browsers do. */
function imageType(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (head.startsWith("\x89PNG")) return "image/png";
  if (head.startsWith("\xff\xd8")) return "image/jpeg";
  if (head.startsWith("GIF8")) return "image/gif";
  return head.startsWith("RIFF") && head.endsWith("WEBP") ? "image/webp" : "image/x-image";
}
