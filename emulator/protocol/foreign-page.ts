import type { IncomingMessage } from "node:http";

const LOCAL = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost|.+\.localhost)$/;

/** True for the origin of a page that this machine serves. */
export function isLocalOrigin(origin: string): boolean {
  try {
    return LOCAL.test(new URL(origin).hostname);
  } catch {
    return false;
  }
}

/**
 * True when a page of another site makes a browser send the request. Signatures are not checked, so such a page could
 * otherwise change or read everything: by a form, or by a name of its own that leads to 127.0.0.1. Programs that are no
 * browsers send neither header.
 */
export function isFromForeignPage({ headers }: IncomingMessage): boolean {
  if (headers.origin !== undefined) return !isLocalOrigin(headers.origin);
  return headers["sec-fetch-site"] !== undefined && !isLocalOrigin(`http://${headers.host}`);
}
