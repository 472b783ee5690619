import { afterEach, expect, test, vi } from "vitest";

import { jsonRequest } from "../request";
import { frameLine, type StreamFrame } from "./frames";
import { type StreamedPiece, streamInvocation } from "./stream-invocation";

afterEach(() => vi.unstubAllGlobals());

const START: StreamFrame = { start: { contentType: "text/event-stream", variant: "Blue", requestId: "r-1" } };
const END: StreamFrame = { end: { latencyMs: 5, bytes: 12 } };

/** A console that answers these bytes in pieces of this size, and then ends, or breaks. */
function consoleSends(frames: StreamFrame[], { size = 7, isBroken = false } = {}) {
  const bytes = new TextEncoder().encode(frames.map(frameLine).join(""));
  const asked: { url: string; headers: Headers }[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push({ url, headers: new Headers(init.headers) });
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at < bytes.length) {
          controller.enqueue(bytes.subarray(at, at + size));
          at += size;
        } else if (isBroken) controller.error(new TypeError("network error"));
        else controller.close();
      },
    });
    return new Response(body);
  });
  return asked;
}

async function run(signal = new AbortController().signal, options = {}) {
  const pieces: StreamedPiece[] = [];
  const call = { workspace: "local", endpoint: "demo", request: jsonRequest("{}"), id: "a".repeat(32), task: null };
  const all = { targetVariant: "", customAttributes: "", inferenceId: "", inferenceComponent: "", ...options };
  try {
    for await (const piece of streamInvocation({ ...call, options: all, signal })) pieces.push(piece);
    return { pieces, error: null };
  } catch (error) {
    return { pieces, error: error as Error };
  }
}

test.each([1, 2, 3, 16, 1000])("facts, text and end come through in pieces of %i bytes", async (size) => {
  const frames: StreamFrame[] = [START, { text: "Grüße" }, { text: " 👋" }, END];
  const asked = consoleSends(frames, { size });
  const options = { targetVariant: "Blue", inferenceId: "id-7" };
  expect(await run(undefined, options)).toStrictEqual({ pieces: frames, error: null });
  expect(asked.map(({ url }) => url)).toStrictEqual([
    "/api/workspaces/local/endpoints/demo/invocations-response-stream",
  ]);
  expect(asked[0]?.headers.get("x-target-variant")).toBe("Blue");
  expect(asked[0]?.headers.get("x-inference-id")).toBe("id-7");
});

test("a problem in the middle is thrown after the text before it", async () => {
  consoleSends([START, { text: "Half" }, { problem: { code: "unavailable", message: "It broke off." } }]);
  const { pieces, error } = await run();
  expect(pieces).toStrictEqual([START, { text: "Half" }]);
  expect(error?.message).toBe("It broke off.");
});

test.each([
  ["that ends early", false],
  ["that breaks", true],
])("a connection %s is told as cut", async (_name, isBroken) => {
  consoleSends([START, { text: "Half" }], { isBroken });
  const { pieces, error } = await run();
  expect(pieces).toStrictEqual([START, { text: "Half" }]);
  expect(error?.message).toBe("The connection to the console was cut.");
});

test("a refusal before the stream has the console's own words", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ code: "throttled", message: "Too busy." }, { status: 429 }));
  expect((await run()).error).toMatchObject({ problem: { code: "throttled", message: "Too busy." } });
});

test("a console that nobody reaches is told as one, and stopping is no failure of its own", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  expect((await run()).error?.message).toBe("The console could not be reached.");
  const stopped = AbortSignal.abort();
  vi.stubGlobal("fetch", () => Promise.reject(stopped.reason));
  expect((await run(stopped)).error?.name).toBe("AbortError");
});
