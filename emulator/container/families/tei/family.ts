import type { ContainerLog } from "../../container-log.ts";
import { ContainerStartError } from "../../inference-host.ts";
import { jsonAnswer } from "../answer.ts";
import type { Family } from "../family.ts";
import { invalidDigit, requireModelId, wholeNumber, withModel } from "../launch-environment.ts";
import { openLimits } from "../open-limits.ts";
import { BODY_TOO_LARGE, PAYLOAD_LIMIT } from "../rust-server.ts";
import type { TeiSettings } from "../server-spec.ts";

const POOLINGS: Record<string, TeiSettings["pooling"]> = { mean: "mean", cls: "cls", "last-token": "last_token" };

/** Text Embeddings Inference, which logs JSON on SageMaker. */
export const tei: Family = {
  limits: (environment) =>
    openLimits(
      number(environment, "MAX_CONCURRENT_REQUESTS", 512),
      number(environment, "PAYLOAD_LIMIT", PAYLOAD_LIMIT),
    ),
  requestTooLarge: BODY_TOO_LARGE,
  launch({ environment }) {
    const modelId = requireModelId(environment);
    const settings = {
      modelId,
      maxClientBatchSize: number(environment, "MAX_CLIENT_BATCH_SIZE", 32),
      isTruncating: environment.AUTO_TRUNCATE === "true",
      pooling: readPooling(environment.POOLING),
    };
    return { environment: withModel(environment, modelId), task: null, server: { family: "tei", settings } };
  },
  logLoading: (log, model) => line(log, "INFO", `Starting model backend for ${model}`, "text_embeddings_router"),
  logReady(log) {
    line(log, "INFO", "Starting HTTP server: 0.0.0.0:8080", "text_embeddings_router::http::server");
    line(log, "INFO", "Ready", "text_embeddings_router::http::server");
  },
  logInvocation(log, status, elapsedMs) {
    const isGood = status === 200;
    const message = isGood ? "Success" : `Request failed with status ${status}`;
    line(log, isGood ? "INFO" : "ERROR", message, "text_embeddings_router::http::server", {
      total_time: `${Math.round(elapsedMs)}ms`,
    });
  },
  failure(kind, message) {
    if (kind === "overloaded") return jsonAnswer(429, { error: "Model is overloaded", error_type: "Overloaded" });
    return jsonAnswer(424, { error: kind === "died" ? "Backend error" : message, error_type: "Backend" });
  },
};

function number(environment: Record<string, string>, name: string, fallback: number): number {
  return wholeNumber(environment[name], fallback, (value) => invalidDigit(name, value));
}

function readPooling(value: string | undefined): TeiSettings["pooling"] {
  if (!value) return "mean";
  const pooling = POOLINGS[value];
  if (pooling) return pooling;
  throw new ContainerStartError(
    `error: invalid value '${value}' for '--pooling <POOLING>'\n  [possible values: cls, mean, splade, last-token]`,
  );
}

function line(
  log: ContainerLog,
  level: "INFO" | "ERROR",
  message: string,
  target: string,
  span?: Record<string, string>,
): void {
  const timestamp = log.now().toISOString().replace("Z", "000Z");
  log.line(JSON.stringify({ timestamp, level, message, target, ...(span ? { span } : {}) }));
}
