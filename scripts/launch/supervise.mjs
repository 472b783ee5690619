import { spawn } from "node:child_process";

const READY_MS = 120_000;
const GRACE_MS = 10_000;

/**
 * Starts processes one after the other, each when the one before answers, and calls `onReady`.
 * Ctrl-C, SIGTERM and the end of our own parent stop all; a process that ends by itself is reported
 * and stops the rest with its exit code.
 */
export async function supervise(specs, onReady) {
  const running = new Map();
  let stopping = false;
  let exitCode = 0;

  function stop(code) {
    if (stopping) return;
    stopping = true;
    exitCode = code;
    if (running.size === 0) process.exit(exitCode);
    for (const child of running.values()) child.kill("SIGTERM");
    setTimeout(() => {
      for (const child of running.values()) child.kill("SIGKILL");
    }, GRACE_MS).unref();
  }

  function start({ name, args, env }) {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...env },
    });
    running.set(name, child);
    child.once("exit", (code, signal) => {
      running.delete(name);
      if (!stopping) {
        console.error(`The ${name} ended by itself (${signal ?? `exit code ${code}`}). Stopping the rest.`);
        stop(code || 1);
      }
      if (running.size === 0) process.exit(exitCode);
    });
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));
  // npm forwards no signal when it is itself killed: notice that our parent has changed.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(0), 500).unref();

  for (const spec of specs) {
    start(spec);
    if (!(await isReady(spec.readyUrl, () => stopping))) {
      if (!stopping) console.error(`The ${spec.name} did not answer at ${spec.readyUrl} in ${READY_MS / 1000} s.`);
      stop(1);
      return;
    }
  }
  if (!stopping) onReady();
}

async function isReady(url, isStopping) {
  const end = Date.now() + READY_MS;
  while (Date.now() < end && !isStopping()) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
