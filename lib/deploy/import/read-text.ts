import { readCli } from "./read-cli";
import { readPythonParts } from "./read-python";
import { partsOfJson } from "./sort-parts";
import { type ImportedParts, type Json, NO_PARTS } from "./view";

export type ReadText = { parts: ImportedParts; notes: string[] };

/**
 * What a pasted text says of an endpoint: JSON of `describe-endpoint-config`, `describe-model` or requests, lines of the
 * AWS CLI, or Python (boto3, or the SageMaker SDK v2 or v3). Throws a sentence where it cannot be read.
 */
export function readText(text: string, region: string): ReadText {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) return { parts: partsOfJson(parsed(trimmed)), notes: [] };
  if (/(^|[\s(;])aws\s+\\?\s*(sagemaker|application-autoscaling)\s/.test(trimmed))
    return { parts: readCli(trimmed), notes: [] };
  if (/^\s*(from|import)\s|\w\s*=\s*|\w\(/m.test(trimmed)) return readPythonParts(trimmed, region);
  return { parts: NO_PARTS, notes: [] };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new Error(`It begins like JSON but cannot be read: ${cause instanceof Error ? cause.message : "bad JSON"}.`);
  }
}
