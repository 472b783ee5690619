import { spawn } from "node:child_process";
import { expect, test, vi } from "vitest";
import { processUse, psTimeMs } from "./process-tree.ts";

test.each([
  ["0:01.50", 1_500],
  ["01:02:03", 3_723_000],
  ["1-00:00:01", 86_401_000],
])("ps's time %s is %d ms", (text, ms) => {
  expect(psTimeMs(text)).toBeCloseTo(ms);
});

test("what a process started counts, and the process itself does not", async () => {
  const child = spawn("/bin/sh", ["-c", "while true; do :; done"]);
  try {
    await vi.waitFor(async () => expect((await processUse(process.pid))?.memoryBytes).toBeGreaterThan(0));
    expect(await processUse(child.pid ?? 0)).toBeNull();
  } finally {
    child.kill("SIGKILL");
  }
});
