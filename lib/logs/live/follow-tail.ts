import { AppError, type Problem } from "@/lib/errors";
import { problemOf } from "@/lib/http/get-json";
import { readJsonLines, textOf } from "@/lib/http/json-lines";
import { problemIn } from "@/lib/problem-in";

import type { TailMessage, TailUpdate } from "../view";

/** CloudWatch's own limit of a session; a page that nobody looks at any more must not be billed for days. */
export const MAX_LIVE_MS = 3 * 3_600_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** How a live tail is doing. `failed`: it is opened again by itself if `retries`. */
export type LiveState = { is: "opening" | "live" | "over" } | { is: "failed"; problem: Problem; retries: boolean };

type Options = {
  path: string;
  signal: AbortSignal;
  /** Lines may have been written before: they are to be read. */
  onStart: () => void;
  onUpdate: (update: TailUpdate) => void;
  onState: (state: LiveState) => void;
  /** For tests. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Follows a log by a live tail through the console until it is told to stop, for three hours at most. */
export async function followTail(options: Options): Promise<void> {
  const { signal, onState, wait = pause } = options;
  const endsAt = Date.now() + MAX_LIVE_MS;
  let waitMs = FIRST_WAIT_MS;
  while (!signal.aborted && Date.now() < endsAt) {
    onState({ is: "opening" });
    try {
      await readOnce({
        ...options,
        onStart: () => {
          waitMs = FIRST_WAIT_MS;
          options.onStart();
        },
      });
    } catch (cause) {
      if (signal.aborted) return;
      const problem = problemIn(cause);
      const retries = mayPass(problem);
      onState({ is: "failed", problem, retries });
      if (!retries) return;
      await wait(waitMs, signal);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }
  if (!signal.aborted) onState({ is: "over" });
}

/** One connection, until the console asks for another. */
async function readOnce({ path, signal, onStart, onUpdate, onState }: Options): Promise<void> {
  const response = await fetch(path, { signal }).catch((cause: unknown) => {
    throw signal.aborted ? cause : cut();
  });
  if (!response.ok) throw await problemOf(response);
  for await (const message of readJsonLines<TailMessage>(answerText(response, signal))) {
    if ("start" in message) {
      onState({ is: "live" });
      onStart();
    } else if ("lines" in message) onUpdate(message);
    else if ("again" in message) return;
    else if ("problem" in message) {
      const { code, message: text, ...more } = message.problem;
      throw new AppError(code, text, more);
    }
  }
  throw cut();
}

async function* answerText(response: Response, signal: AbortSignal): AsyncGenerator<string, void> {
  try {
    yield* textOf(response);
  } catch (cause) {
    throw signal.aborted ? cause : cut();
  }
}

/** Whether trying again may help without anybody doing anything. */
function mayPass({ code }: Problem): boolean {
  return code === "unavailable" || code === "throttled" || code === "unexpected";
}

function cut(): AppError {
  return new AppError("unavailable", "The connection to the console was cut.", {
    hint: "It is opened again by itself.",
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
