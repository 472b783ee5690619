import { Fault } from "../../../protocol/fault.ts";
import type { StoredObject } from "../storage/types.ts";
import { noSuchKey, preconditionFailed } from "./faults.ts";
import { header, type S3Call } from "./s3-call.ts";

/** What If-Match and its kin say about an object that exists; dates have a precision of a second. */
export type Verdict = "go on" | "not modified" | { failed: string };

/** Judges a read by its conditional headers, in HTTP's order. `prefix` is `x-amz-copy-source-` for copies. */
export function judgeRead(call: S3Call, object: StoredObject, prefix = ""): Verdict {
  const ifMatch = header(call, `${prefix}if-match`);
  const ifNoneMatch = header(call, `${prefix}if-none-match`);
  const unmodifiedSince = readDate(header(call, `${prefix}if-unmodified-since`));
  const modifiedSince = readDate(header(call, `${prefix}if-modified-since`));
  const modifiedAt = Math.floor(object.modifiedAt / 1000) * 1000;

  if (ifMatch !== null) {
    if (!matches(ifMatch, object.etag)) return { failed: "If-Match" };
  } else if (unmodifiedSince !== null && modifiedAt > unmodifiedSince) {
    return { failed: "If-Unmodified-Since" };
  }
  if (ifNoneMatch !== null) return matches(ifNoneMatch, object.etag) ? "not modified" : "go on";
  return modifiedSince !== null && modifiedAt <= modifiedSince ? "not modified" : "go on";
}

/** Judges a write by If-Match and If-None-Match against what the key holds now. */
export function admitWrite(call: S3Call, current: StoredObject | null): void {
  const ifMatch = header(call, "if-match");
  const ifNoneMatch = header(call, "if-none-match");
  if (ifNoneMatch !== null && ifNoneMatch !== "*") {
    throw new Fault("NotImplemented", "A header you provided implies functionality that is not implemented", 501, {
      Header: "If-None-Match",
    });
  }
  if (ifNoneMatch !== null && current) throw preconditionFailed("If-None-Match");
  if (ifMatch === null) return;
  if (!current) throw noSuchKey(call.key);
  if (!matches(ifMatch, current.etag)) throw preconditionFailed("If-Match");
}

function matches(list: string, etag: string): boolean {
  return list.split(",").some((entry) => {
    const wanted = entry.trim().replace(/^W\//, "").replace(/^"|"$/g, "");
    return wanted === "*" || wanted === etag;
  });
}

function readDate(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
