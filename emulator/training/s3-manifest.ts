import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import { parseS3 } from "./s3-folders.ts";

/** An object that a manifest names, and its name behind the manifest's prefix. */
export type ManifestEntry = { bucket: string; key: string; name: string };

/** A manifest that cannot be followed; the message says which and why. */
export class ManifestError extends Error {}

/** `[{"prefix": "s3://bucket/folder/"}, "a.csv", …]`: each entry behind the prefix is an object (API reference of S3DataSource). */
const Manifest = z.tuple([z.object({ prefix: z.string() })]).rest(z.string());

/** The objects that a manifest names, in its order; null when there is no manifest. Throws a ManifestError. */
export function readManifest(store: ObjectStore, uri: string): ManifestEntry[] | null {
  const place = parseS3(uri);
  const file = place && store.objectFile(place.bucket, place.key);
  if (!file) return null;
  const [{ prefix }, ...names] = parse(readFileSync(file, "utf8"), uri);
  return names.map((name) => {
    const address = parseS3(prefix + name);
    if (!address) throw new ManifestError(`The manifest ${uri} names ${prefix + name}, which is no S3 address.`);
    if (!store.objectFile(address.bucket, address.key)) {
      throw new ManifestError(`The manifest ${uri} names ${prefix + name}, which does not exist.`);
    }
    return { ...address, name };
  });
}

function parse(text: string, uri: string): z.output<typeof Manifest> {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw new ManifestError(
      `The manifest ${uri} is not valid: it must be a JSON list that begins with {"prefix": "s3://…"} and goes on with names.`,
    );
  }
}
