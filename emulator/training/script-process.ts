import { fork } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type ScriptOutcome = { code: number | null; signal: string | null; error: string | null };

export type ScriptProcess = {
  /** Resolves when the script and everything it started are gone; never rejects. */
  ended: Promise<ScriptOutcome>;
  terminate(): void;
  kill(): void;
};

export type ScriptStart = { program: string; args: string[]; cwd: string; env: Record<string, string> };

const RUNNER = join(import.meta.dirname, "run-script.mjs");

/**
 * Starts a script with the user's own rights. A small process stands between: when the emulator dies, however it
 * ends, the script dies with it.
 */
export function startScript(start: ScriptStart, onLine: (line: string, isError: boolean) => void): ScriptProcess {
  const runner = fork(RUNNER, [], {
    execArgv: [],
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let outcome: ScriptOutcome = { code: null, signal: null, error: "The process that runs the script died." };
  const outputs = [runner.stdout, runner.stderr].map(
    (stream, index) =>
      new Promise<void>((resolve) => {
        if (!stream) return resolve();
        const lines = createInterface({ input: stream });
        lines.on("line", (line) => onLine(line, index === 1));
        lines.once("close", resolve);
      }),
  );
  const exited = new Promise<void>((resolve) => {
    runner.once("exit", () => resolve());
    runner.once("error", () => resolve());
  });
  runner.on("message", (message: { type: string } & ScriptOutcome) => {
    if (message.type === "ended") outcome = { code: message.code, signal: message.signal, error: message.error };
  });
  runner.send({ type: "run", ...start });
  const send = (signal: string) => {
    if (runner.connected) runner.send({ type: "signal", signal });
  };
  return {
    // The last lines come after the exit.
    ended: Promise.all([exited, ...outputs]).then(() => outcome),
    terminate: () => send("SIGTERM"),
    kill: () => send("SIGKILL"),
  };
}
