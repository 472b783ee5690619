import type { Problem } from "@/lib/errors";
import { readModelError } from "@/lib/inference/model-error";

/** What a failure object says: whether the request expired, and the container's words taken out of SageMaker's. */
export function readFailure(text: string): { state: "failed" | "expired"; problem: Problem } {
  if (/time to live|time-out of \d+ seconds|expired/i.test(text)) {
    return {
      state: "expired",
      problem: {
        code: "unavailable",
        message: "The request expired before it was answered.",
        hint: "Send it again with a longer time to live or time-out, or let the endpoint have more instances.",
        detail: { said: text.slice(0, 4_000) },
      },
    };
  }
  if (!/(client|server) error \(\d+\)/.test(text)) {
    return {
      state: "failed",
      problem: {
        code: "invalid",
        message: text.slice(0, 500) || "SageMaker wrote no reason.",
        hint: "Check the input's address, and that the endpoint's role may read it and write the answer.",
      },
    };
  }
  const failure = readModelError({ message: text });
  const isClientFault = failure.status !== null && failure.status >= 400 && failure.status < 500;
  return {
    state: "failed",
    problem: {
      code: isClientFault ? "invalid" : "unavailable",
      message: failure.explanation,
      hint: failure.hint,
      awsCode: "ModelError",
      detail: { container: failure },
    },
  };
}
