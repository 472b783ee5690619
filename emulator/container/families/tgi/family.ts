import { engineVersion, servingFamily } from "@/catalog/containers/serving-protocol.ts";
import type { ContainerLog } from "../../container-log.ts";
import { ContainerStartError } from "../../inference-host.ts";
import { jsonAnswer } from "../answer.ts";
import type { Family } from "../family.ts";
import { invalidDigit, requireModelId, wholeNumber, withModel } from "../launch-environment.ts";
import { openLimits } from "../open-limits.ts";
import { BODY_TOO_LARGE, PAYLOAD_LIMIT } from "../rust-server.ts";
import type { TgiSettings, Version } from "../server-spec.ts";

/** Text Generation Inference: the launcher, and the router that answers. */
export const tgi: Family = {
  limits: (environment) =>
    openLimits(
      number(environment, "MAX_CONCURRENT_REQUESTS", 128),
      number(environment, "PAYLOAD_LIMIT", PAYLOAD_LIMIT),
    ),
  launch({ environment, image }) {
    const modelId = requireModelId(environment);
    const settings: TgiSettings = {
      modelId,
      version: versionOf(image),
      maxInputTokens: number(environment, "MAX_INPUT_TOKENS", number(environment, "MAX_INPUT_LENGTH", null)),
      maxTotalTokens: number(environment, "MAX_TOTAL_TOKENS", null),
      maxBestOf: number(environment, "MAX_BEST_OF", 2),
      maxStopSequences: number(environment, "MAX_STOP_SEQUENCES", 4),
      maxTopTokens: number(environment, "MAX_TOP_N_TOKENS", 5),
      maxClientBatchSize: number(environment, "MAX_CLIENT_BATCH_SIZE", 4),
      isChatOnly: environment.MESSAGES_API_ENABLED === "true",
    };
    const { maxInputTokens, maxTotalTokens } = settings;
    if (maxInputTokens !== null && maxTotalTokens !== null && maxInputTokens >= maxTotalTokens) {
      throw new ContainerStartError('Error: ArgumentValidation("`max_input_tokens must be < `max_total_tokens`")');
    }
    return {
      environment: withModel(environment, modelId),
      task: "text-generation",
      server: { family: "tgi", settings },
    };
  },
  requestTooLarge: BODY_TOO_LARGE,
  logLoading(log, model) {
    line(log, "text_generation_launcher", `Args { model_id: "${model}", hostname: "0.0.0.0", port: 8080 }`);
    line(log, "text_generation_launcher", "Starting shard rank=0");
  },
  logReady(log, _model, elapsedMs) {
    line(log, "text_generation_launcher", `Shard ready in ${elapsedMs / 1000}s rank=0`);
    line(log, "text_generation_router::server", "router/src/server.rs: Connected");
  },
  logInvocation(log, status, elapsedMs) {
    const span = `compat_generate:generate{total_time="${Math.round(elapsedMs)}ms"}`;
    if (status === 200) line(log, `${span}: text_generation_router::server`, "router/src/server.rs: Success");
    else line(log, `${span}: text_generation_router::infer`, `router/src/infer/mod.rs: status ${status}`, "ERROR");
  },
  failure(kind, message) {
    if (kind === "overloaded") return jsonAnswer(429, { error: "Model is overloaded", error_type: "overloaded" });
    if (kind === "died")
      return jsonAnswer(500, { error: "Incomplete generation", error_type: "incomplete_generation" });
    return jsonAnswer(424, { error: `Request failed during generation: ${message}`, error_type: "generation" });
  },
};

/** A variable that the launcher reads as an argument of the same name. */
function number<T>(environment: Record<string, string>, name: string, fallback: T): number | T {
  return wholeNumber(environment[name], fallback, (value) => invalidDigit(name, value));
}

/** A version for every image: unknown tags are newer than all known. */
function versionOf(image: string): Version {
  const version = engineVersion(image) ?? [99, 0, 0];
  // Optimum Neuron 0.x wrapped TGI 1 and 2; it has counted like TGI since 3.
  return servingFamily(image) === "tgi-neuronx" && version[0] === 0 ? [2, 0, 2] : version;
}

function line(log: ContainerLog, target: string, message: string, level: "INFO" | "ERROR" = "INFO"): void {
  const time = log.now().toISOString().replace("Z", "000Z");
  log.line(`${time} ${level.padStart(5)} ${target}: ${message}`);
}
