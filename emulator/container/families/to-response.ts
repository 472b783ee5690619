import type { PoolOutcome } from "../child-pool.ts";
import { JSON_TYPE } from "../contract/content-types.ts";
import type { ContainerResponse } from "../inference-host.ts";
import type { Answer } from "./answer.ts";
import type { Family } from "./family.ts";

/** What the container answers, before the time is known that it took. */
export type Answered = Omit<ContainerResponse, "modelLatencyUs">;

/** SageMaker's words for a container that does not answer in time. */
const TIMED_OUT =
  "Your invocation timed out while waiting for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve the issue, and try again.";

/** The model server's answer for what became of a call; a time-out is status 0 with SageMaker's words. */
export function toResponse(outcome: PoolOutcome, family: Family, modelName: string): Answered {
  switch (outcome.type) {
    case "answered":
      return asAnswered(outcome);
    case "timed-out":
      return { status: 0, contentType: JSON_TYPE, body: Buffer.from(TIMED_OUT) };
    case "queue-full":
      return asAnswered(family.failure("overloaded", "", modelName));
    case "failed":
      return asAnswered(family.failure("failed", outcome.reason, modelName));
    default:
      return asAnswered(family.failure("died", "", modelName));
  }
}

/** A child's bytes come without Buffer's methods. */
export function asAnswered({ status, contentType, body }: Answer): Answered {
  return { status, contentType, body: Buffer.from(body) };
}
