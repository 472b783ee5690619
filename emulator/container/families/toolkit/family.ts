import type { ContainerLog } from "../../container-log.ts";
import { JSON_TYPE } from "../../contract/content-types.ts";
import { errorBody, INTERNAL, UNAVAILABLE } from "../../contract/error-body.ts";
import { readServerLimits } from "../../contract/server-limits.ts";
import { checkTaskOfImage } from "../../tasks/unknown-task.ts";
import type { Answer } from "../answer.ts";
import type { Family } from "../family.ts";

/** SageMaker's agent calls the container from this address. */
const CALLER = "/169.254.178.2:46274";

/** The Hugging Face inference toolkit behind the Multi Model Server. */
export const toolkit: Family = {
  limits: readServerLimits,
  launch({ environment, image }) {
    const task = environment.HF_TASK || null;
    if (task) checkTaskOfImage(task, image);
    return { environment, task, server: { family: "toolkit" } };
  },
  logLoading: (log, model) => serverLine(log, "main", "com.amazonaws.ml.mms.ModelServer", `Loading model ${model}`),
  logReady(log, model, elapsedMs) {
    const message = `Model ${model} loaded in ${elapsedMs} ms`;
    serverLine(log, `W-9000-${model}`, "com.amazonaws.ml.mms.wlm.WorkerLifeCycle", message);
    accessLine(log, "GET", "/ping", 200, 0);
  },
  logOutput(log, model, line, isError) {
    const thread = `W-9000-${model}-${isError ? "stderr" : "stdout"}`;
    serverLine(log, thread, "com.amazonaws.ml.mms.wlm.WorkerLifeCycle", line, isError ? "WARN" : "INFO");
  },
  logInvocation: (log, status, elapsedMs) => accessLine(log, "POST", "/invocations", status, elapsedMs),
  failure(kind, message, model) {
    if (kind === "overloaded") {
      const text = `No worker is available to serve request for model: ${model}. Consider increasing job queue size.`;
      return { status: 503, contentType: JSON_TYPE, body: errorBody(503, UNAVAILABLE, text) };
    }
    const text = kind === "died" ? "Worker died." : message;
    return internalError(text);
  },
  // Netty refuses the body before the server sees it: no error object, no content at all.
  requestTooLarge: { status: 413, contentType: JSON_TYPE, body: Buffer.alloc(0) },
  // Such an answer breaks the server's connection to its worker, and only the log says why.
  responseTooLarge(log, bytes) {
    serverLine(log, "epollEventLoopGroup-4-1", "com.amazonaws.ml.mms.wlm.WorkerThread", "Unknown exception");
    log.line(`io.netty.handler.codec.CorruptedFrameException: Message size exceed limit: ${bytes}`);
    return internalError("Worker died.");
  },
};

function internalError(message: string): Answer {
  return { status: 500, contentType: JSON_TYPE, body: errorBody(500, INTERNAL, message) };
}

function serverLine(log: ContainerLog, thread: string, logger: string, message: string, level = "INFO"): void {
  const time = log.now().toISOString().slice(0, -1).replace(".", ",");
  log.line(`${time} [${level} ] ${thread} ${logger} - ${message}`);
}

function accessLine(log: ContainerLog, method: string, path: string, status: number, elapsedMs: number): void {
  const message = `${CALLER} "${method} ${path} HTTP/1.1" ${status} ${Math.round(elapsedMs)}`;
  serverLine(log, "pool-1-thread-4", "ACCESS_LOG", message);
}
