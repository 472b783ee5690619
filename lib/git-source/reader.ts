import "server-only";
import { spawn } from "node:child_process";

import { AppError } from "@/lib/errors";
import type { PackedFolder, ReaderMessage, ReaderTask } from "./child/messages";
import { GIT_LIMITS } from "./limits";
import type { GitStep } from "./view";

/** Put together here, so that the bundler does not take it for a module of the console's own. */
const READER = ["lib", "git-source", "child", "main.ts"].join("/");

type Watch = { onProgress: (step: GitStep, bytes: number) => void; signal: AbortSignal };

/**
 * Reads a folder from git in a process of its own, which knows no credentials of the console and is killed when its time
 * is over or nobody waits any more: what a host sends is unpacked there, and cannot hold up or fill the console.
 */
export function readInChild(task: ReaderTask, { onProgress, signal }: Watch): Promise<PackedFolder> {
  const args = ["--import", "tsx", "--max-old-space-size=1024", READER, JSON.stringify(task)];
  const child = spawn(process.execPath, args, {
    // The console is started in its own folder, where the sources are.
    cwd: process.cwd(),
    // Nothing of the console's environment: keys and proxies are not for it.
    env: { NODE_ENV: "production", TMPDIR: task.dir, PATH: "" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise<PackedFolder>((resolve, reject) => {
    const tooLate = () =>
      new AppError("unavailable", `The repository was not read within ${GIT_LIMITS.timeMs / 60_000} minutes.`, {
        hint: "Try it again, or upload the script's folder.",
      });
    const timer = setTimeout(() => reject(tooLate()), GIT_LIMITS.timeMs);
    const stop = () => reject(new AppError("unavailable", "Reading the repository was stopped."));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    child.on("message", (raw) => {
      const message = raw as ReaderMessage;
      if (message.kind === "progress") onProgress(message.step, message.bytes);
      else if (message.kind === "packed") resolve(message);
      else reject(new AppError(message.problem.code, message.problem.message, message.problem));
    });
    child.on("error", () => reject(broken()));
    child.on("exit", () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      reject(broken());
    });
  }).finally(() => child.kill("SIGKILL"));
}

function broken(): AppError {
  return new AppError("unexpected", "The repository could not be read: it may be too large for the console.", {
    hint: "Upload the script's folder, or put an archive into S3.",
  });
}
