import "server-only";
import type { Readable } from "node:stream";
import { GetObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3";

import { AppError } from "@/lib/errors";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";
import type { ObjectPlace } from "./upload";

export type OpenObject = { body: Readable; bytes: number };

/** Begins to read an object, or only its first `most` bytes; `signal` ends the transfer. Throws `not-found`. */
export async function openObject(
  target: AwsTarget,
  place: ObjectPlace,
  signal?: AbortSignal,
  most?: number,
): Promise<OpenObject> {
  try {
    const Range = most === undefined ? undefined : `bytes=0-${most - 1}`;
    const command = new GetObjectCommand({ Bucket: place.bucket, Key: place.key, Range });
    const { Body, ContentLength = 0 } = await s3Client(target).send(command, { abortSignal: signal });
    // In Node the body is always a stream of Node's.
    return { body: Body as Readable, bytes: ContentLength };
  } catch (cause) {
    throw inWords(toAppError(cause), place);
  }
}

/** The same from a byte on; null where the object has no such byte. */
export async function openObjectFrom(
  target: AwsTarget,
  place: ObjectPlace,
  from: number,
  signal?: AbortSignal,
): Promise<Readable | null> {
  try {
    const Range = from > 0 ? `bytes=${from}-` : undefined;
    const command = new GetObjectCommand({ Bucket: place.bucket, Key: place.key, Range });
    return (await s3Client(target).send(command, { abortSignal: signal })).Body as Readable;
  } catch (cause) {
    const error = toAppError(cause);
    if (cause instanceof Error && cause.name === "InvalidRange") return null;
    throw inWords(error, place);
  }
}

/** Some bytes of an object, and how many it has; none of an empty one. Throws `not-found`. */
export async function readRange(
  target: AwsTarget,
  place: ObjectPlace,
  { from, most }: { from: number; most: number },
  signal?: AbortSignal,
): Promise<{ content: Uint8Array; objectBytes: number }> {
  try {
    const Range = `bytes=${from}-${from + most - 1}`;
    const command = new GetObjectCommand({ Bucket: place.bucket, Key: place.key, Range });
    const { Body, ContentRange } = await s3Client(target).send(command, { abortSignal: signal });
    const content = (await Body?.transformToByteArray()) ?? new Uint8Array();
    return { content, objectBytes: Number(/\/(\d+)$/.exec(ContentRange ?? "")?.[1] ?? content.length) };
  } catch (cause) {
    if (cause instanceof Error && cause.name === "InvalidRange") return { content: new Uint8Array(), objectBytes: 0 };
    throw inWords(toAppError(cause), place);
  }
}

/** Size and age of an object; null when there is none. */
export async function headObject(
  target: AwsTarget,
  place: ObjectPlace,
): Promise<{ bytes: number; modifiedAt: string | null } | null> {
  try {
    const command = new HeadObjectCommand({ Bucket: place.bucket, Key: place.key });
    const { ContentLength = 0, LastModified } = await s3Client(target).send(command);
    return { bytes: ContentLength, modifiedAt: LastModified?.toISOString() ?? null };
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === "not-found") return null;
    throw inWords(error, place);
  }
}

/** The metadata that an object was stored with; null when there is no such object. */
export async function objectMetadata(target: AwsTarget, place: ObjectPlace): Promise<Record<string, string> | null> {
  try {
    const command = new HeadObjectCommand({ Bucket: place.bucket, Key: place.key });
    return (await s3Client(target).send(command)).Metadata ?? {};
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === "not-found") return null;
    throw inWords(error, place);
  }
}

/** S3 names neither the object nor, in answers to HEAD, what is wrong. */
function inWords(error: AppError, { bucket, key }: ObjectPlace): AppError {
  const where = `s3://${bucket}/${key}`;
  const { code, message, ...more } = error.problem;
  if (code === "not-found") return new AppError(code, `There is no object at ${where}.`, more);
  const isWordless = message === "" || message === "UnknownError";
  return isWordless ? new AppError(code, `${where} cannot be read.`, more) : error;
}
