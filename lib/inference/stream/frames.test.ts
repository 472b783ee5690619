import { expect, test } from "vitest";

import { AppError } from "@/lib/errors";

import { frameStream } from "./frame-stream";
import { frameLine, readFrames, type StreamFrame } from "./frames";

const FRAMES: StreamFrame[] = [
  { start: { contentType: "text/event-stream", variant: "Blue", requestId: "r-1" } },
  { text: 'data: {"a":"line\\n"}\n\n' },
  { text: "Grüße 👋\u2028" },
  { end: { latencyMs: 12, bytes: 40 } },
];

async function* each<T>(items: Iterable<T>): AsyncGenerator<T, void> {
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The same numbers each time: a failing split can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test("frames come back as they were written, cut anywhere", async () => {
  const text = FRAMES.map(frameLine).join("");
  const random = seeded(11);
  for (let round = 0; round < 200; round += 1) {
    const cuts = Array.from({ length: 1 + Math.floor(random() * 30) }, () => Math.floor(random() * text.length));
    const edges = [0, ...cuts.sort((a, b) => a - b), text.length];
    const pieces = edges.slice(1).map((end, at) => text.slice(edges[at], end));
    expect(await all(readFrames(each(pieces)))).toStrictEqual(FRAMES);
  }
});

test("a last line without its end is no frame", async () => {
  const text = FRAMES.map(frameLine).join("").slice(0, -5);
  expect(await all(readFrames(each([text])))).toStrictEqual(FRAMES.slice(0, -1));
});

/** The frames of an answer with these parts, and how it ended. */
function written(parts: AsyncGenerator<Uint8Array, void>, onCancel = () => undefined) {
  const facts = { contentType: "text/plain", variant: "AllTraffic", requestId: "r-2" };
  return frameStream({ answer: { ...facts, parts }, startedAt: new Date(), onCancel });
}

async function framesOf(stream: ReadableStream<Uint8Array>): Promise<StreamFrame[]> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for await (const bytes of stream) pieces.push(decoder.decode(bytes, { stream: true }));
  return all(readFrames(each(pieces)));
}

test("bytes become text frames without breaking a character, whatever the cuts", async () => {
  const bytes = Buffer.from("Grüß dich 👋, schön");
  const random = seeded(3);
  for (let round = 0; round < 100; round += 1) {
    const cuts = Array.from({ length: 1 + Math.floor(random() * 12) }, () => Math.floor(random() * bytes.length));
    const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
    const { stream, ended } = written(each(edges.slice(1).map((end, at) => bytes.subarray(edges[at], end))));
    const frames = await framesOf(stream);
    expect(frames[0]).toStrictEqual({
      start: { contentType: "text/plain", variant: "AllTraffic", requestId: "r-2", calledAt: expect.any(String) },
    });
    expect(frames.map((frame) => ("text" in frame ? frame.text : "")).join("")).toBe("Grüß dich 👋, schön");
    expect(frames.at(-1)).toMatchObject({ end: { bytes: bytes.length } });
    expect(Buffer.from((await ended)?.body ?? []).toString()).toBe("Grüß dich 👋, schön");
  }
});

test("what breaks an answer off is its last frame, and what came before is kept", async () => {
  async function* broken() {
    yield Buffer.from("Half");
    throw new AppError("unavailable", "The container broke off its answer.", { requestId: "r-2" });
  }
  const { stream, ended } = written(broken());
  const frames = await framesOf(stream);
  expect(frames.slice(1)).toMatchObject([
    { text: "Half" },
    { problem: { code: "unavailable", message: "The container broke off its answer.", requestId: "r-2" } },
  ]);
  const ending = await ended;
  expect(Buffer.from(ending?.body ?? []).toString()).toBe("Half");
  expect(ending?.problem?.message).toBe("The container broke off its answer.");
});

test("it reads on only when somebody takes, and a reader who leaves ends it", async () => {
  let made = 0;
  let isClosed = false;
  async function* endless() {
    try {
      while (true) {
        made += 1;
        yield Buffer.from(String(made));
      }
    } finally {
      isClosed = true;
    }
  }
  let isCancelled = false;
  const { stream, ended } = written(endless(), () => {
    isCancelled = true;
  });
  const reader = stream.getReader();
  await reader.read();
  expect(made).toBe(0);
  const { value = new Uint8Array() } = await reader.read();
  const frames = Buffer.from(value).toString().trimEnd().split("\n").length;
  // At most one piece is waited for beyond those that were written together.
  expect(made - frames).toBeLessThanOrEqual(1);
  const taken = made;
  await new Promise(setImmediate);
  expect(made).toBe(taken);
  await reader.cancel();
  expect(await ended).toBeNull();
  expect({ isCancelled, isClosed, made }).toStrictEqual({ isCancelled: true, isClosed: true, made: taken });
});
