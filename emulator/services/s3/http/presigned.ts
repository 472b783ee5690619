import type { AwsRequest } from "../../../protocol/aws-request.ts";
import { Fault } from "../../../protocol/fault.ts";
import { accessDenied } from "./faults.ts";

const WEEK_SECONDS = 604_800;
const REQUIRED = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders"];

/**
 * Refuses anonymous requests and presigned URLs that are incomplete or too old.
 * Any credentials are good here, so the signature itself cannot be checked.
 */
export function checkSignature({ req, query }: AwsRequest, now: number): void {
  if (req.headers.authorization !== undefined) return;
  if (query.has("X-Amz-Signature")) checkVersion4(query, now);
  else if (query.has("Signature") && query.has("AWSAccessKeyId")) checkVersion2(query, now);
  else throw accessDenied("Access Denied");
}

function checkVersion4(query: URLSearchParams, now: number): void {
  if (REQUIRED.some((name) => !query.get(name))) {
    throw queryError(
      "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
    );
  }
  const signedAt = parseAmzDate(query.get("X-Amz-Date") ?? "");
  if (signedAt === null) throw queryError("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  const expires = Number(query.get("X-Amz-Expires"));
  if (!Number.isInteger(expires)) throw queryError("X-Amz-Expires should be a number");
  if (expires < 0) throw queryError("X-Amz-Expires must be non-negative");
  if (expires > WEEK_SECONDS) {
    throw queryError(
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${WEEK_SECONDS} seconds`,
    );
  }
  const until = signedAt + expires * 1000;
  if (now > until) {
    throw accessDenied("Request has expired", { "X-Amz-Expires": expires, ...expiry(until, now) });
  }
}

function checkVersion2(query: URLSearchParams, now: number): void {
  const until = Number(query.get("Expires")) * 1000;
  if (!query.get("Expires") || Number.isNaN(until)) {
    throw accessDenied(`Invalid date (should be seconds since epoch): ${query.get("Expires") ?? ""}`);
  }
  if (now > until) throw accessDenied("Request has expired", expiry(until, now));
}

function expiry(until: number, now: number) {
  return { Expires: new Date(until).toISOString(), ServerTime: new Date(now).toISOString() };
}

function parseAmzDate(text: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}

const queryError = (message: string) => new Fault("AuthorizationQueryParametersError", message);
