import "server-only";
import { Readable } from "node:stream";

import { openObject } from "@/lib/aws/s3/read-object";
import type { ObjectPlace } from "@/lib/aws/s3/upload";
import type { Workspace } from "@/lib/workspaces/view";

import { lastPart } from "./address";
import { MAX_MEDIA_BYTES, PREVIEW_BYTES, previewKind, previewType } from "./preview-kind";

/** Whatever the object holds, a browser only shows it: it runs nothing, loads nothing, guesses no other type. */
const HARMLESS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cache-control": "no-store",
};

/** The object as a stream to keep; memory holds none of it. */
export async function downloadObject(workspace: Workspace, place: ObjectPlace, signal: AbortSignal): Promise<Response> {
  const { body, bytes } = await openObject(workspace, place, signal);
  const headers = {
    ...HARMLESS,
    "content-type": "application/octet-stream",
    "content-length": String(bytes),
    "content-disposition": `attachment; filename*=UTF-8''${encodeName(lastPart(place.key))}`,
  };
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { headers });
}

/** The beginning of a text, or a picture or sound, by a type that a browser does not run. */
export async function previewObject(workspace: Workspace, place: ObjectPlace, signal: AbortSignal): Promise<Response> {
  const kind = previewKind(place.key);
  const most = kind === "image" || kind === "audio" ? MAX_MEDIA_BYTES : PREVIEW_BYTES;
  const { body, bytes } = await openObject(workspace, place, signal, most);
  const headers = { ...HARMLESS, "content-type": previewType(place.key), "content-length": String(bytes) };
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { headers });
}

/** RFC 5987 takes fewer characters than `encodeURIComponent` leaves. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
