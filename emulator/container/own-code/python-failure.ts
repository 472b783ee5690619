import type { ScriptOutcome } from "../../training/script-process.ts";

/** Why a Python process ended that said nothing itself. */
export function pythonFailure({ code, signal, error }: ScriptOutcome): string {
  if (error?.includes("ENOENT")) {
    return `python3 is not installed on the emulator's machine, and the archive's own inference code needs it (${error}).`;
  }
  if (error !== null) return `python3 could not run the archive's own inference code: ${error}`;
  return `The process of the archive's own inference code ended before it was ready, by ${signal ?? `exit code ${code}`}.`;
}
