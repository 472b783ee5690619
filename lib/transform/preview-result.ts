import { taskById } from "@/catalog/tasks/select";
import { isRecord } from "@/lib/inference/is-record";
import { inputText } from "@/lib/inference/results/answer";
import { type Drawing, readResult } from "@/lib/inference/results/result";
import type { PreviewRow } from "./job-view";

/** A record in words with its answer: drawn where the task is known, else as text. */
export type ShownRow = { number: number; input: string; drawing: Drawing | null; output: string };

/** A row of a job's output for people. A joined record carries its answer as `SageMakerOutput`. */
export function showRow(row: PreviewRow, task: string | null): ShownRow {
  const value = parse(row.output);
  const isJoined = isRecord(value) && "SageMakerOutput" in value;
  const answer = isJoined ? value.SageMakerOutput : value;
  const request = parse(row.input ?? "");
  const body = row.input ?? "";
  const known = task ? taskById(task) : undefined;
  const result = known
    ? readResult(known, { body, contentType: "application/json" }, JSON.stringify(answer ?? row.output))
    : null;
  const drawing = result?.kind === "drawn" && result.rows.length === 1 ? (result.rows[0]?.drawing ?? null) : null;
  return { number: row.number, input: wordsOf(request, row.input), drawing, output: row.output };
}

function wordsOf(request: unknown, text: string | null): string {
  if (text === null) return "";
  const inputs = isRecord(request) && "inputs" in request ? request.inputs : request;
  return inputText(inputs) || text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
