import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { signIn } from "../many-endpoints/list-through-console.ts";

export type OwnConsole = {
  consoleUrl: string;
  emulatorUrl: string;
  cookie: string;
  /** Of `admin`, for further sessions. */
  password: string;
  /** Of the process that started both. */
  pid: number;
  stop(): Promise<void>;
};

/** A first build takes minutes. */
const MAX_START_MS = 600_000;

/** Starts a console with its emulator as `npm start` does, on free ports and a folder that is gone afterwards. */
export async function startOwnConsole(): Promise<OwnConsole> {
  const [port, emulatorPort] = [await freePort(), await freePort()];
  const dataDir = await mkdtemp(join(tmpdir(), "bench-"));
  const password = "a password for this bench alone";
  const env = { PORT: String(port), EMULATOR_PORT: String(emulatorPort), DATA_DIR: dataDir, ADMIN_PASSWORD: password };
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env: { ...process.env, ...env }, stdio: "inherit" });
  const exited = once(child, "exit");
  const consoleUrl = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilHealthy(consoleUrl, () => child.exitCode === null);
    return {
      consoleUrl,
      emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
      cookie: await signIn(consoleUrl, "admin", password),
      password,
      pid: child.pid ?? 0,
      stop,
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function untilHealthy(url: string, isRunning: () => boolean): Promise<void> {
  const deadline = Date.now() + MAX_START_MS;
  while (isRunning() && Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await wait(500);
  }
  throw new Error("The console did not start.");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}
