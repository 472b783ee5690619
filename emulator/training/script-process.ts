import { fork } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Duplex } from "node:stream";

export type ScriptOutcome = { code: number | null; signal: string | null; error: string | null };

export type ScriptProcess = {
  /** Of the process that stands between. */
  pid: number | undefined;
  /** Resolves when the script and everything it started are gone; never rejects. */
  ended: Promise<ScriptOutcome>;
  terminate(): void;
  kill(): void;
  /** Leads to the script's file number CHANNEL, where one was asked for. */
  channel: Duplex | null;
};

export type ScriptStart = {
  program: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Gives the script a way to talk with the emulator besides what it prints. */
  hasChannel?: boolean;
};

/** The script's end of its channel. */
export const CHANNEL = 3;

const RUNNER = join(import.meta.dirname, "run-script.mjs");

/**
 * Starts a script with the user's own rights. A small process stands between: when the emulator dies, however it
 * ends, the script dies with it.
 */
export function startScript(start: ScriptStart, onLine: (line: string, isError: boolean) => void): ScriptProcess {
  const runner = fork(RUNNER, [], {
    execArgv: [],
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe", "ipc", ...(start.hasChannel ? (["pipe"] as const) : [])],
  });
  const channel = (start.hasChannel ? (runner.stdio[4] as Duplex | undefined) : null) ?? null;
  // A script that dies breaks it; its end says so already.
  channel?.on("error", () => undefined);
  let outcome: ScriptOutcome = { code: null, signal: null, error: "The process that runs the script died." };
  let hasEnded = false;
  const outputs = [runner.stdout, runner.stderr].map(
    (stream, index) =>
      new Promise<void>((resolve) => {
        if (!stream) return resolve();
        const lines = createInterface({ input: stream });
        lines.on("line", (line) => onLine(line, index === 1));
        lines.once("close", resolve);
      }),
  );
  const channelClosed = new Promise<void>((resolve) => {
    if (channel) channel.once("close", resolve);
    else resolve();
  });
  const exited = new Promise<void>((resolve) => {
    const over = (): void => {
      // Without its last message it was killed itself: the script must not wait for ever at its channel.
      if (!hasEnded) channel?.destroy();
      resolve();
    };
    runner.once("exit", over);
    runner.once("error", over);
  });
  runner.on("message", (message: { type: string } & ScriptOutcome) => {
    if (message.type !== "ended") return;
    hasEnded = true;
    outcome = { code: message.code, signal: message.signal, error: message.error };
  });
  runner.send({ type: "run", ...start });
  const send = (signal: string) => {
    if (runner.connected) runner.send({ type: "signal", signal });
  };
  return {
    pid: runner.pid,
    // The last lines come after the exit.
    ended: Promise.all([exited, channelClosed, ...outputs]).then(() => outcome),
    terminate: () => send("SIGTERM"),
    kill: () => send("SIGKILL"),
    channel,
  };
}
