import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const RUNNER = fileURLToPath(new URL("run_program.py", import.meta.url));

/** A generated program that has run, and holds what it made until `cleanUp`. */
export type RunProgram = { printed: string[]; cleanUp(): Promise<void> };

/** Runs a program with Python in a folder of these files, with an address in place of AWS's. */
export async function runProgram(program: string, url: string, files: Record<string, string>): Promise<RunProgram> {
  const folder = mkdtempSync(join(tmpdir(), "program-"));
  for (const [name, text] of Object.entries({ ...files, "program.py": program })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const python = spawn("python3", [RUNNER, "program.py"], {
    cwd: folder,
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: "AKIDEMULATOR",
      AWS_SECRET_ACCESS_KEY: "emulator",
      AWS_MAX_ATTEMPTS: "1",
    },
  });
  const complaints: string[] = [];
  python.stderr.on("data", (part: Buffer) => complaints.push(part.toString()));
  const ended = once(python, "close").then(([code]) => {
    rmSync(folder, { recursive: true });
    if (code !== 0) throw new Error(complaints.join(""));
  });
  const printed: string[] = [];
  await Promise.race([
    ended,
    new Promise<void>((resolve) => {
      createInterface({ input: python.stdout }).on("line", (line) => {
        if (line === "made") resolve();
        else printed.push(line);
      });
    }),
  ]);
  return {
    printed,
    cleanUp: () => {
      python.stdin.end("\n");
      return ended;
    },
  };
}
