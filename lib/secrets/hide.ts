import type { Problem } from "@/lib/errors";

import { MASK } from "./mask";

/** `text` with each secret replaced. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, MASK), text);
}

/** AWS repeats bad values in its messages; a token must not reach a page, a log or the journal that way. */
export function hideInProblem(problem: Problem, secrets: readonly string[]): Problem {
  return {
    ...problem,
    message: hideSecrets(problem.message, secrets),
    ...(problem.hint !== undefined && { hint: hideSecrets(problem.hint, secrets) }),
  };
}
