import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestContext } from "vitest";

/** Skips the test, and says why, where a program is not installed: the command must succeed for it to be there. */
export async function needs(context: TestContext, what: string, command: string, ...args: string[]): Promise<void> {
  const isThere = await promisify(execFile)(command, args).then(
    () => true,
    () => false,
  );
  if (!isThere) context.skip(`${what} is not installed`);
}
