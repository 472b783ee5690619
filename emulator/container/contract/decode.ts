import { AUDIO_TYPES, CSV_TYPE, IMAGE_TYPES, JSON_TYPE, NPY_TYPE, unsupportedFormat } from "./content-types.ts";
import { decodeCsv } from "./csv.ts";
import { PredictionError } from "./prediction-error.ts";
import { parsePythonJson } from "./python-json.ts";

/** A picture or a recording that came as the raw body. */
export class BinaryInput {
  readonly kind: "image" | "audio";
  readonly bytes: Buffer;

  constructor(kind: "image" | "audio", bytes: Buffer) {
    this.kind = kind;
    this.bytes = bytes;
  }
}

/** What the handler's decoder makes of a body: for binary bodies the object that it wraps them in. */
export function decodeBody(body: Buffer, contentType: string | null, task: string): unknown {
  if (contentType === JSON_TYPE) return parsePythonJson(body.toString("utf8"));
  if (contentType === CSV_TYPE) return decodeCsv(body.toString("utf8"), task);
  if (contentType && IMAGE_TYPES.has(contentType)) return { inputs: new BinaryInput("image", body) };
  if (contentType && AUDIO_TYPES.has(contentType)) return { inputs: new BinaryInput("audio", body) };
  // An array decodes, and then has nothing to take the inputs from.
  if (contentType === NPY_TYPE) throw new PredictionError("'numpy.ndarray' object has no attribute 'pop'");
  throw new PredictionError(unsupportedFormat(contentType));
}

export type PredictArguments = { inputs: unknown; parameters: Record<string, unknown> };

/** `data.pop("inputs", data)` and `data.pop("parameters", None)`, with Python's words where data is no dictionary. */
export function popArguments(data: unknown): PredictArguments {
  if (Array.isArray(data)) throw new PredictionError("pop expected at most 1 argument, got 2");
  if (typeof data !== "object" || data === null) {
    throw new PredictionError(`'${pythonTypeName(data)}' object has no attribute 'pop'`);
  }
  const { inputs, parameters, ...rest } = data as Record<string, unknown>;
  if (
    parameters !== undefined &&
    parameters !== null &&
    (typeof parameters !== "object" || Array.isArray(parameters))
  ) {
    throw new PredictionError(`pipeline() argument after ** must be a mapping, not ${pythonTypeName(parameters)}`);
  }
  return {
    inputs: inputs === undefined ? rest : inputs,
    parameters: (parameters ?? {}) as Record<string, unknown>,
  };
}

export function pythonTypeName(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "boolean") return "bool";
  return typeof value === "string" ? "str" : "dict";
}
