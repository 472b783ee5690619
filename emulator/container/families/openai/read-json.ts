import { PredictionError } from "../../contract/prediction-error.ts";
import { parsePythonJson } from "../../contract/python-json.ts";
import type { Question } from "../answer.ts";
import type { Dialect } from "./dialect.ts";

/** A body as JSON; throws the server's refusal of another content type, and of what is no JSON in Python's words. */
export function readJson({ contentType, body }: Question, dialect: Dialect): unknown {
  if (contentType?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw dialect.refusal(400, "[\"Unsupported Media Type: Only 'application/json' is allowed\"]");
  }
  try {
    return parsePythonJson(Buffer.from(body).toString("utf8"));
  } catch (cause) {
    if (cause instanceof PredictionError) throw dialect.refusal(400, `JSON decode error: ${cause.message}`);
    throw cause;
  }
}
