import { looksSecret } from "@/lib/secrets/mask";

import type { TrainingFormValues } from "./schema";

/** A form as it may be kept in the browser: without secrets, and without files, which a browser does not give back. */
export function draftOf(values: TrainingFormValues): string {
  const kept: TrainingFormValues = {
    ...values,
    stampedAt: "",
    hubToken: "",
    uploadFiles: 0,
    sourceFiles: values.source === "upload" ? [] : values.sourceFiles,
    hyperparameters: values.hyperparameters.map(withoutSecret),
    environment: values.environment.map(withoutSecret),
  };
  return JSON.stringify(kept);
}

function withoutSecret<R extends { name: string; value: string }>(row: R): R {
  return looksSecret(row.name, row.value) ? { ...row, value: "" } : row;
}

/** The form of a kept draft; null when it is none, or was kept by another version of the console. */
export function fromDraft(text: string | null, initial: TrainingFormValues): TrainingFormValues | null {
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as Record<string, unknown>;
    const fits = Object.entries(initial).every(([name, value]) => isAlike(draft[name], value));
    return fits ? ({ ...initial, ...draft } as TrainingFormValues) : null;
  } catch {
    return null;
  }
}

/** Numbers may still be text while they are typed. */
function isAlike(value: unknown, like: unknown): boolean {
  if (Array.isArray(like)) return Array.isArray(value) && value.every((row) => row !== null);
  if (like === null) return value === null || typeof value === "object";
  return typeof value === typeof like || (typeof like === "number" && typeof value === "string");
}
