import "server-only";
import { z } from "zod";

import { AppError } from "@/lib/errors";
import type { MachineView } from "@/lib/recipes/machine";

import { type AwsTarget, emulatorUrl } from "../client";
import { cachedRead } from "../read-cache";

/** Packages are seldom installed while somebody reads. */
const MACHINE_TTL_MS = 60_000;
/** The emulator gives the interpreter ten seconds. */
const TIMEOUT_MS = 12_000;

const Machine = z.object({
  runsScripts: z.boolean(),
  python3: z.object({ version: z.string(), modules: z.record(z.string(), z.boolean()) }).nullable(),
});

/** What the built-in emulator's machine offers to scripts that import these modules. */
export function readInterpreters(target: AwsTarget, modules: readonly string[]): Promise<MachineView> {
  return cachedRead(target, "interpreters", modules, MACHINE_TTL_MS, async () => {
    const url = `${emulatorUrl()}/_emulator/interpreters?modules=${modules.join(",")}`;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      return Machine.parse(await response.json());
    } catch {
      throw new AppError("unavailable", "The emulator did not say what its machine has.");
    }
  });
}
