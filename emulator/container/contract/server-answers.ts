import type { PoolOutcome } from "../child-pool.ts";
import type { ContainerLog } from "../container-log.ts";
import type { ContainerResponse } from "../inference-host.ts";
import { JSON_TYPE } from "./content-types.ts";
import { errorBody, INTERNAL, UNAVAILABLE } from "./error-body.ts";

/** What the container answers, before the time is known that it took. */
export type Answered = Omit<ContainerResponse, "modelLatencyUs">;

/** SageMaker's words for a container that does not answer in time. */
const TIMED_OUT =
  "Your invocation timed out while waiting for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve the issue, and try again.";

/** Netty refuses a body above `max_request_size` before the server sees it: no error object, no content at all. */
export const TOO_LARGE: Answered = { status: 413, contentType: JSON_TYPE, body: Buffer.alloc(0) };

/** The model server's answer for what became of a call; a time-out is status 0 with SageMaker's words. */
export function toResponse(outcome: PoolOutcome, modelName: string): Answered {
  switch (outcome.type) {
    case "answered":
      return { status: outcome.status, contentType: outcome.contentType, body: Buffer.from(outcome.body) };
    case "timed-out":
      return { status: 0, contentType: JSON_TYPE, body: Buffer.from(TIMED_OUT) };
    case "queue-full":
      return failure(
        503,
        UNAVAILABLE,
        `No worker is available to serve request for model: ${modelName}. Consider increasing job queue size.`,
      );
    case "failed":
      return failure(500, INTERNAL, outcome.reason);
    default:
      return failure(500, INTERNAL, "Worker died.");
  }
}

/** An answer above `max_response_size` breaks the server's connection to its worker, and only the log says why. */
export function responseTooLarge({ body }: Answered, log: ContainerLog): Answered {
  log.server("epollEventLoopGroup-4-1", "com.amazonaws.ml.mms.wlm.WorkerThread", "Unknown exception");
  log.line(`io.netty.handler.codec.CorruptedFrameException: Message size exceed limit: ${body.length}`);
  return failure(500, INTERNAL, "Worker died.");
}

export function failure(status: number, type: string, message: string): Answered {
  return { status, contentType: JSON_TYPE, body: errorBody(status, type, message) };
}
