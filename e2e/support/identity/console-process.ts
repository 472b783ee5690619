import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type ConsoleProcess = { dataDir: string; stop(): Promise<void> };

/** A console of a spec's own, started as people start it, with its own settings, emulator and empty folder. */
export async function startConsole(port: number, variables: Record<string, string>): Promise<ConsoleProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), "console-of-a-spec-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      ...variables,
      PORT: String(port),
      EMULATOR_PORT: String(await freePort()),
      DATA_DIR: dataDir,
    },
  });
  const ended = once(child, "exit");
  async function stop() {
    child.kill("SIGTERM");
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  }
  const isUp = await Promise.race([saysItIsUp(child.stdout), ended.then(() => false)]);
  if (isUp) return { dataDir, stop };
  await stop();
  throw new Error("The console of this spec did not start; what it said is above.");
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function saysItIsUp(output: NodeJS.ReadableStream): Promise<boolean> {
  return new Promise((resolve) => {
    let text = "";
    output.on("data", (chunk) => {
      text += String(chunk);
      if (text.includes("Stop with Ctrl-C")) resolve(true);
    });
    output.on("end", () => resolve(false));
  });
}
