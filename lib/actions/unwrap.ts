import { AppError } from "@/lib/errors";

import type { ActionResult } from "./result";

/** Lets TanStack Query see a failed action as an error. */
export function unwrap<T>(result: ActionResult<T>): T {
  if (result.ok) return result.data;
  const { code, message, ...more } = result.error;
  throw new AppError(code, message, more);
}
