import { jsonAnswer, Refusal } from "../answer.ts";

/** TGI's own error: a sentence and a kind. */
export class TgiError extends Refusal {
  readonly body: { error: string; error_type: string };

  constructor(status: number, error: string, kind: string) {
    const body = { error, error_type: kind };
    super(jsonAnswer(status, body));
    this.body = body;
  }
}

export function validationError(message: string): TgiError {
  return new TgiError(422, `Input validation error: ${message}`, "validation");
}

export function templateError(cause: unknown): TgiError {
  return new TgiError(
    422,
    `Template error: ${cause instanceof Error ? cause.message : String(cause)}`,
    "template_error",
  );
}
