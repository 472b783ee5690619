import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { jsonLine } from "@/lib/http/json-lines";
import type { TailMessage } from "../view";
import { followTail, type LiveState, MAX_LIVE_MS } from "./follow-tail";

/** What each connection of a console answers, in turn; the last one stays open. */
let answers: (TailMessage[] | Response)[] = [];
let connections = 0;

beforeEach(() => {
  vi.stubGlobal("fetch", async (_path: string, { signal }: { signal: AbortSignal }) => {
    const answer = answers[connections] ?? [];
    const isLast = connections >= answers.length - 1;
    connections += 1;
    if (answer instanceof Response) return answer;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(answer.map(jsonLine).join("")));
        if (!isLast) controller.close();
        signal.addEventListener("abort", () => controller.error(new DOMException("Left", "AbortError")));
      },
    });
    return new Response(body);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Follows until `until`, and tells what was seen. */
async function follow(all: (TailMessage[] | Response)[], until: (seen: unknown[]) => boolean) {
  answers = all;
  connections = 0;
  const left = new AbortController();
  const [seen, waits] = [[] as unknown[], [] as number[]];
  const note = (what: unknown) => {
    seen.push(what);
    if (until(seen)) left.abort();
  };
  await followTail({
    path: "/live-log",
    signal: left.signal,
    onStart: () => note("start"),
    onUpdate: ({ lines }) => note(lines.map(({ message }) => message)),
    onState: (state: LiveState) => note(state.is === "failed" ? `${state.problem.message} ${state.retries}` : state.is),
    wait: async (ms) => {
      waits.push(ms);
    },
  });
  return { seen, waits };
}

const lines = (message: string): TailMessage => ({ lines: [{ at: "", stream: "s", message }], isSampled: false });
const has = (what: string) => (seen: unknown[]) => seen.some((each) => JSON.stringify(each).includes(what));

test("the console's wish to connect again is followed at once", async () => {
  const { seen, waits } = await follow(
    [
      [{ start: true }, lines("one"), { idle: true }, { again: true }],
      [{ start: true }, lines("two")],
    ],
    has("two"),
  );
  expect(seen).toStrictEqual(["opening", "live", "start", ["one"], "opening", "live", "start", ["two"]]);
  expect(waits).toStrictEqual([]);
});

test("a cut connection is opened again, later each time, until it has begun", async () => {
  const cut = "The connection to the console was cut. true";
  const { seen, waits } = await follow([[], [], [{ start: true }], [{ start: true }, lines("back")]], has("back"));
  expect(seen).toStrictEqual([
    ...["opening", cut, "opening", cut, "opening", "live", "start", cut],
    ...["opening", "live", "start", ["back"]],
  ]);
  expect(waits).toStrictEqual([1_000, 2_000, 1_000]);
});

test("what will not pass by itself is told and not tried again", async () => {
  const problem = { code: "forbidden", message: "Not allowed.", requestId: "r-1" } as const;
  const { seen } = await follow([[{ problem }], [{ start: true }]], () => false);
  expect(seen).toStrictEqual(["opening", "Not allowed. false"]);
  expect(connections).toBe(1);
  const refused = Response.json({ code: "forbidden", message: "Ask an administrator." }, { status: 403 });
  expect((await follow([refused, []], () => false)).seen).toStrictEqual(["opening", "Ask an administrator. false"]);
});

test("after three hours it is over", async () => {
  let now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => now);
  const { seen } = await follow([[{ start: true }, { again: true }], [{ start: true }]], (seen) => {
    if (seen.includes("start")) now += MAX_LIVE_MS;
    return false;
  });
  expect(seen).toStrictEqual(["opening", "live", "start", "over"]);
});
