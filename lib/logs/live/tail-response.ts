import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { jsonLine, STREAM_HEADERS } from "@/lib/http/json-lines";
import { parseInput } from "@/lib/http/parse-input";
import { LiveLogInput } from "../schema";
import { requireOwn } from "../service";
import { type LogSource, logScope, type TailMessage } from "../view";
import { watchTail } from "./shared-tail";

/** A quiet log must not look like a dead connection, to proxies or to the browser. */
const IDLE_MS = 15_000;
/** Then the browser connects again, which asks anew whether the person may still look. */
const CONNECTION_MS = 10 * 60_000;
/** A browser that is so many messages behind gets no lines until it has caught up; it reads them later. */
const MAX_BEHIND = 50;

/** A source's log while it is written, as lines of JSON: each a `TailMessage`. */
export function tailResponse(target: AwsTarget, source: LogSource, query: Record<string, string>): Response {
  const { stream } = parseInput(LiveLogInput, query);
  const scope = logScope(source);
  requireOwn(scope, stream);
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isMissing = false;
        const send = (message: TailMessage) => controller.enqueue(encoder.encode(jsonLine(message)));
        const close = (message: TailMessage) => {
          leave();
          send(message);
          controller.close();
        };
        const stopWatching = watchTail(target, scope, (message) => {
          if ("problem" in message) return close(message);
          if (!("lines" in message)) return send(message);
          if ((controller.desiredSize ?? 0) < -MAX_BEHIND) {
            isMissing = true;
            return;
          }
          const lines = stream ? message.lines.filter((line) => line.stream === stream) : message.lines;
          const isSampled = message.isSampled || isMissing;
          if (lines.length > 0 || isSampled) send({ lines, isSampled });
          isMissing = false;
        });
        const idle = setInterval(() => send({ idle: true }), IDLE_MS);
        const over = setTimeout(() => close({ again: true }), CONNECTION_MS);
        leave = () => {
          clearInterval(idle);
          clearTimeout(over);
          stopWatching();
        };
      },
      cancel: () => leave(),
    },
    { highWaterMark: 1 },
  );
  return new Response(body, { headers: STREAM_HEADERS });
}
