import { fork, type ChildProcess as NodeChild } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import type { CacheLimits, CallMessage, ChildMessage, StopMessage } from "./messages.ts";

const ROOT = join(import.meta.dirname, "../..");
/** By path, so that it is found whatever folder the emulator was started in. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export type CallOutcome =
  | Exclude<ChildMessage, { type: "evicted" | "part" }>
  | { type: "died" }
  | { type: "timed-out" };

/** What a call may hear while it runs. */
export type CallListener = {
  onLine(line: string, isError?: boolean): void;
  onPart?(body: Uint8Array, contentType: string): void;
};

type Running = { call: number; listener: CallListener; settle(outcome: CallOutcome): void };

/** A process that runs models, one call at a time. */
export type InferenceChild = {
  readonly pid: number | undefined;
  /** Keys of the models that it holds. */
  readonly loaded: ReadonlySet<string>;
  isBusy(): boolean;
  /** Never rejects. A call that outlives `timeoutMs` takes the process with it: inference cannot be interrupted otherwise. */
  run(message: CallMessage, listener: CallListener, timeoutMs: number): Promise<CallOutcome>;
  /** Asks a call to end soon; a model that generates stops at its next token, others finish. */
  stop(call: number): void;
  kill(): void;
};

/** Starts a process; `onExit` is called once, when it is gone. */
export function startInferenceChild(limits: CacheLimits, onExit: (child: InferenceChild) => void): InferenceChild {
  const loaded = new Set<string>();
  let running: Running | null = null;
  let lastListener: CallListener | null = null;

  const process_ = fork(join(import.meta.dirname, "child/main.ts"), [JSON.stringify(limits)], {
    cwd: ROOT,
    execArgv: ["--import", TSX],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });

  function settle(outcome: CallOutcome): void {
    const settled = running;
    running = null;
    settled?.settle(outcome);
  }

  process_.on("message", (raw) => {
    const message = raw as ChildMessage;
    if (message.type === "evicted") loaded.delete(message.key);
    else if (message.call !== running?.call) return;
    else if (message.type === "part") running.listener.onPart?.(message.body, message.contentType);
    else settle(message);
  });
  forwardLines(process_, (line) => (running?.listener ?? lastListener)?.onLine(line));

  const child: InferenceChild = {
    pid: process_.pid,
    loaded,
    isBusy: () => running !== null,
    async run(message, listener, timeoutMs) {
      lastListener = listener;
      const outcome = await new Promise<CallOutcome>((resolve) => {
        const timer = setTimeout(() => {
          process_.kill("SIGKILL");
          settle({ type: "timed-out" });
        }, timeoutMs);
        running = {
          call: message.call,
          listener,
          settle: (outcome) => {
            clearTimeout(timer);
            resolve(outcome);
          },
        };
        process_.send(message, (error) => error && settle({ type: "died" }));
      });
      if (outcome.type === "loaded" || outcome.type === "answered") loaded.add(message.spec.key);
      return outcome;
    },
    stop(call) {
      if (running?.call === call) process_.send({ type: "stop", call } satisfies StopMessage);
    },
    kill: () => process_.kill("SIGKILL"),
  };

  const ended = () => {
    settle({ type: "died" });
    onExit(child);
  };
  process_.once("exit", ended);
  process_.once("error", ended);
  return child;
}

function forwardLines(child: NodeChild, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", onLine);
  }
}
