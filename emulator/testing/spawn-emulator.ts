import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

export type SpawnedEmulator = {
  url: string;
  pid: number;
  /** As power loss would: no chance to tidy up. */
  kill(): Promise<void>;
};

/** An emulator in a process of its own, for tests that kill or measure it. */
export async function spawnEmulator(dataDir: string): Promise<SpawnedEmulator> {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...process.env, EMULATOR_PORT: "0", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return {
    url: await announcedUrl(child),
    pid: child.pid ?? 0,
    kill: async () => {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}

function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url) resolve(url);
    });
    child.once("exit", (code) => reject(new Error(`The emulator ended with ${code} before it listened.`)));
  });
}
