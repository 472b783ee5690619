import { Fault } from "../../protocol/fault.ts";

export type Page<T> = { items: T[]; nextToken: string | undefined };

/** One page of a list, with a token that says where the next begins. */
export function pageOf<T>(all: T[], token: string | undefined, limit: number): Page<T> {
  const from = token === undefined ? 0 : readToken(token, "offset");
  const end = from + limit;
  return { items: all.slice(from, end), nextToken: end < all.length ? writeToken("offset", end) : undefined };
}

/** Tokens name what they are, so that one of another operation is refused. */
export function writeToken(kind: string, ...parts: number[]): string {
  return Buffer.from(`${kind}/${parts.join("/")}`).toString("base64url");
}

function readToken(token: string, kind: string): number {
  return readTokenParts(token, kind)[0] ?? 0;
}

export function readTokenParts(token: string, kind: string): number[] {
  const [found, ...parts] = Buffer.from(token, "base64url").toString().split("/");
  const numbers = parts.map(Number);
  if (found !== kind || numbers.some((part) => !Number.isFinite(part))) {
    throw new Fault("InvalidParameterException", "The specified nextToken is invalid.");
  }
  return numbers;
}
