import "server-only";
import { Readable } from "node:stream";

import type { AwsTarget } from "@/lib/aws/client";
import { readRange } from "@/lib/aws/s3/read-object";
import type { ObjectPlace } from "@/lib/aws/s3/upload";

export type RangeLimits = {
  /** Bytes that are asked for at a time. */
  rangeBytes: number;
  /** Bytes that are read of an object at most. */
  mostBytes: number;
};

type RangedObject = {
  /** Its bytes from the beginning; it ends early where the limit is reached. */
  body: Readable;
  /** The object's size. */
  bytes: number;
};

/** Reads an object from its beginning, range after range as they are wanted. Throws `not-found`. */
export async function readInRanges(
  target: AwsTarget,
  place: ObjectPlace,
  { rangeBytes, mostBytes }: RangeLimits,
  signal: AbortSignal,
): Promise<RangedObject> {
  const first = await readRange(target, place, { from: 0, most: Math.min(rangeBytes, mostBytes) }, signal);
  const end = Math.min(first.objectBytes, mostBytes);
  async function* parts(): AsyncGenerator<Uint8Array> {
    if (first.content.length > 0) yield first.content;
    for (let from = first.content.length; from < end; ) {
      const { content } = await readRange(target, place, { from, most: Math.min(rangeBytes, end - from) }, signal);
      yield content;
      from += content.length;
    }
  }
  return { body: Readable.from(parts(), { objectMode: false }), bytes: first.objectBytes };
}
