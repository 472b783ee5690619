import { type Answer, Refusal } from "./answer.ts";

/** What the Rust servers' web framework refuses before they see it: plain text. */
export function textRefusal(status: number, message: string): Refusal {
  return new Refusal({ status, contentType: "text/plain; charset=utf-8", body: Buffer.from(message) });
}

/** A body above the payload limit of these servers. */
export const BODY_TOO_LARGE: Answer = textRefusal(
  413,
  "Failed to buffer the request body: length limit exceeded",
).answer;

/** `--payload-limit` of both, bytes. */
export const PAYLOAD_LIMIT = 2_000_000;

/** JSON that is not of the shape that a server's request has. */
export function unfit(reason: string): Refusal {
  return textRefusal(422, `Failed to deserialize the JSON body into the target type: ${reason}`);
}

/** Parses a JSON body of a Rust server, by its content type and in its words. */
export function parseJsonBody({ contentType, body }: { contentType: string | null; body: Uint8Array }): unknown {
  if (!contentType || !/^application\/([\w.-]+\+)?json(;|$)/i.test(contentType)) {
    throw textRefusal(415, "Expected request with `Content-Type: application/json`");
  }
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    throw textRefusal(400, "Failed to parse the request body as JSON: expected value at line 1 column 1");
  }
}
