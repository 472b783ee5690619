import type { FieldValues, Path, UseFormReturn } from "react-hook-form";

import type { Problem } from "@/lib/errors";
import { problemIn } from "@/lib/problem-in";

/** Puts what the server found wrong beside the fields; answers the problem when it belongs to none of them. */
export function showFieldErrors<T extends FieldValues>(
  form: Pick<UseFormReturn<T>, "setError">,
  error: unknown,
): Problem | null {
  const problem = problemIn(error);
  const entries = Object.entries(problem.fieldErrors ?? {});
  for (const [field, messages] of entries) {
    form.setError(field as Path<T>, { message: messages?.[0] ?? "" }, { shouldFocus: true });
  }
  return entries.length > 0 ? null : problem;
}
