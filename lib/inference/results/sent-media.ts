import { readMedia } from "../inputs/media";
import type { Asked } from "./answer";

export type MediaKind = "image" | "audio";

/** The picture or sound that an answer is about: a file, or an address that the container fetched it from. */
export type SentMedia = { kind: MediaKind } & ({ source: "file"; blob: Blob } | { source: "url"; url: string });

/** The picture or sound of one input: the request's body, or base64, a data URL or an address in its JSON. */
export function sentMedia({ request, inputs }: Asked, at: number, kind: MediaKind): SentMedia | null {
  if (typeof request.body !== "string") return { kind, source: "file", blob: request.body };
  // The picture's rules read data URLs and base64 of any kind.
  const media = readMedia(inputs[at], "image")?.media;
  if (!media) return null;
  if (media.source === "url") return { kind, ...media };
  return { kind, source: "file", blob: typed(media.blob, kind) };
}

/** A player goes by the type; without one it looks at the sound itself. */
function typed(blob: Blob, kind: MediaKind): Blob {
  return blob.type.startsWith(kind) ? blob : blob.slice(0, blob.size, "");
}
