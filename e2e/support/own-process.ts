import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const READY_MS = 30_000;

/** A console or an emulator of one test alone, which may be killed and started again on the same port and data. */
export type OwnProcess = {
  url: string;
  /** Starts it (again) and waits until it answers. */
  start(): Promise<void>;
  /** kill -9: it gets no chance to put anything away. */
  kill(): Promise<void>;
};

type Spec = { args: string[]; env: Record<string, string | undefined>; url: string; healthPath: string };

export function ownProcess({ args, env, url, healthPath }: Spec): OwnProcess {
  let child: ChildProcess | undefined;
  return {
    url,
    start: async () => {
      // With an IPC channel it also ends when the test runner is itself killed.
      const leaveWithParent = ["--import", new URL("../../scripts/launch/leave-with-parent.mjs", import.meta.url).href];
      child = spawn(process.execPath, [...leaveWithParent, ...args], {
        stdio: ["ignore", "ignore", "ignore", "ipc"],
        env: { ...process.env, ...env },
      });
      await untilItAnswers(`${url}${healthPath}`);
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function untilItAnswers(url: string): Promise<void> {
  const end = Date.now() + READY_MS;
  while (Date.now() < end) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answered at ${url} in ${READY_MS / 1000} s.`);
}
