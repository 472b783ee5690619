import { jsonAnswer, Refusal } from "../answer.ts";

/** TEI's own error: what it checks itself is too large a payload (413). */
export class TeiError extends Refusal {
  constructor(status: number, message: string) {
    super(jsonAnswer(status, { error: `Input validation error: ${message}`, error_type: "Validation" }));
  }
}
