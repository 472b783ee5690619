import { CSV_TYPE, JSON_TYPE, NPY_TYPE, unsupportedFormat } from "./content-types.ts";
import { encodeCsv } from "./csv.ts";
import { encodeNpy } from "./npy.ts";
import { PredictionError } from "./prediction-error.ts";

/** The content type of the answer: a missing Accept or the wildcard means JSON, others are compared as whole strings. */
export function acceptedType(accept: string | null): string {
  return !accept || accept === "*/*" ? JSON_TYPE : accept;
}

export function encodePrediction(prediction: unknown, contentType: string): Buffer {
  if (contentType === JSON_TYPE) return Buffer.from(pythonJson(prediction));
  if (contentType === CSV_TYPE) return Buffer.from(encodeCsv(prediction));
  if (contentType === NPY_TYPE) return encodeNpy(prediction);
  throw new PredictionError(unsupportedFormat(contentType));
}

function pythonJson(prediction: unknown): string {
  return JSON.stringify(prediction, (_name, value) => {
    if (typeof value === "bigint") return Number(value);
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new PredictionError("Out of range float values are not JSON compliant");
    }
    return value as unknown;
  });
}
