import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";

/** `isObject`: the key is one object's, and not the beginning of others'. */
export type S3Address = { bucket: string; key: string; isObject?: boolean };

/** `s3://bucket/key` in its parts; null when it is none. */
export function parseS3(uri: string): S3Address | null {
  const [, bucket, key = ""] = /^s3:\/\/([^/]+)(?:\/(.*))?$/s.exec(uri) ?? [];
  return bucket ? { bucket, key } : null;
}

/** Copies every object below a prefix into a folder, by its key behind the prefix; how many there were. */
export async function downloadPrefix(
  store: ObjectStore,
  { bucket, key: prefix, isObject }: S3Address,
  folder: string,
  takes: (index: number) => boolean = () => true,
): Promise<number> {
  const objects = [...allBelow(store, bucket, prefix)].filter(({ key }) => !isObject || key === prefix);
  // A prefix that ends within a name, or is one object: the last part of the key is the file's name.
  const base = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  const isFolder = prefix === "" || prefix.endsWith("/") || objects.every(({ key }) => key.startsWith(`${prefix}/`));
  const start = isFolder && prefix !== "" && !prefix.endsWith("/") ? `${prefix}/` : isFolder ? prefix : base;
  for (const [index, object] of objects.entries()) {
    const path = object.key.slice(start.length);
    if (!takes(index) || path === "" || path.endsWith("/")) continue;
    if (path.split("/").some((part) => part === ".." || part === ".")) continue;
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(store.blobs.pathOf(object.blob), target);
  }
  return objects.length;
}

/** Every object whose key begins with the prefix, in order of keys. */
export function* allBelow(store: ObjectStore, bucket: string, prefix: string) {
  let from: string | null = "";
  while (from !== null) {
    const page = store.objects.list({ bucket, prefix, delimiter: "", after: "", from, limit: 1000 });
    yield* page.objects;
    from = page.next;
  }
}

/** Puts a file into S3, as SageMaker's agent does with artifacts. Throws when the bucket is missing. */
export async function uploadFile(store: ObjectStore, { bucket, key }: S3Address, file: string): Promise<void> {
  if (!store.buckets.get(bucket)) throw new Error(`The bucket ${bucket} does not exist.`);
  const hash = createHash("md5");
  let size = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  const draft = await store.blobs.draft(measured());
  const blob = await draft.keep();
  store.objects.put({
    bucket,
    key,
    blob,
    size,
    etag: hash.digest("hex"),
    modifiedAt: store.clock.now(),
    headers: { "content-type": "binary/octet-stream" },
    checksum: null,
    parts: [],
    tags: {},
  });
}

/** Puts every file of a folder below a prefix, but those that `known` has in the same version; it learns the others. */
export async function uploadFolder(
  store: ObjectStore,
  address: S3Address,
  folder: string,
  known: Map<string, string> = new Map(),
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll("\\", "/");
    const facts = await stat(file).catch(() => null);
    const version = facts && `${facts.size}-${facts.mtimeMs}`;
    if (version === null || known.get(path) === version) continue;
    const prefix = address.key === "" || address.key.endsWith("/") ? address.key : `${address.key}/`;
    await uploadFile(store, { bucket: address.bucket, key: prefix + path }, file);
    known.set(path, version);
  }
}
