import { readFileSync } from "node:fs";
import type { ScriptOutcome } from "./script-process.ts";

const MAX_REASON = 1024;
const KEPT_LINES = 10;

/** Remembers the last lines of a script's error output, for the reason of its failure. */
export function lastLines(): { add(line: string): void; text(): string } {
  const lines: string[] = [];
  return {
    add(line) {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    },
    text: () => lines.join("\n"),
  };
}

/**
 * FailureReason of a job whose script ended badly: what it wrote to `/opt/ml/output/failure`, else what the toolkit
 * writes there (sagemaker-training-toolkit, errors.py), with SageMaker's words around it.
 */
export function scriptFailure(outcome: ScriptOutcome, command: string, errors: string, failureFile: string): string {
  const code = outcome.code ?? 1;
  if (outcome.error !== null) return cut(`AlgorithmError: ${outcome.error}\nCommand "${command}", exit code: 127`);
  const own = readOwn(failureFile);
  const name =
    errors.includes("ModuleNotFoundError") || errors.includes("ImportError")
      ? "ImportModuleError"
      : "ExecuteUserScriptError";
  const killed = outcome.signal ? `\nThe script was ended by ${outcome.signal}` : "";
  const toolkit = `${name}:\nExitCode ${code}\nErrorMessage "${errors}"${killed}\nCommand "${command}"`;
  return cut(`AlgorithmError: ${own ?? toolkit}`, `, exit code: ${code}`);
}

function readOwn(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch {
    return null;
  }
}

/** SageMaker cuts reasons at 1,024 characters; the end stays. */
function cut(text: string, end = ""): string {
  return text.slice(0, MAX_REASON - end.length) + end;
}
