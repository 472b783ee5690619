import type { AwsRequest } from "../../../protocol/aws-request.ts";
import { isLocalOrigin } from "../../../protocol/foreign-page.ts";

const EXPOSED =
  "ETag, x-amz-request-id, x-amz-id-2, x-amz-checksum-crc32, x-amz-checksum-sha256, Content-Range, Accept-Ranges";

/**
 * Lets pages on this machine use presigned URLs, as if each bucket had a CORS rule for them.
 * Other origins get nothing: signatures are not checked, so a foreign page could otherwise read every object.
 */
export function setCorsHeaders({ req, res }: AwsRequest): boolean {
  const origin = req.headers.origin;
  if (origin === undefined || !isLocalOrigin(origin)) return false;
  res.setHeader("access-control-allow-origin", origin);
  res.setHeader("access-control-expose-headers", EXPOSED);
  res.setHeader("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  return true;
}

/** Answers a browser's preflight. */
export function answerPreflight(request: AwsRequest): void {
  const { req, res } = request;
  if (!setCorsHeaders(request)) {
    res.writeHead(403).end();
    return;
  }
  res.setHeader("access-control-allow-methods", "GET, PUT, POST, DELETE, HEAD");
  res.setHeader("access-control-allow-headers", req.headers["access-control-request-headers"] ?? "*");
  res.setHeader("access-control-max-age", "3000");
  res.setHeader("content-length", "0");
  res.writeHead(200).end();
}
