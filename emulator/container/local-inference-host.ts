import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { createChildPool, type PoolOutcome } from "./child-pool.ts";
import { containerLog } from "./container-log.ts";
import { chooseFamily } from "./families/choose-family.ts";
import { shownModel } from "./families/server-spec.ts";
import { asAnswered, toResponse } from "./families/to-response.ts";
import { ContainerStartError, type InferenceHost, type ServingTarget } from "./inference-host.ts";
import type { CacheLimits, ModelSpec } from "./messages.ts";
import { modelKey } from "./model-key.ts";
import { findModelSource, type SourceOptions } from "./source/model-source.ts";
import { createUsageMeter } from "./usage-meter.ts";

export type InferenceHostOptions = SourceOptions & {
  telemetry: Telemetry;
  clock: Clock;
  /** Processes at most. */
  processes?: number;
  limits?: CacheLimits;
  invokeTimeoutMs?: number;
  streamTimeoutMs?: number;
};

/** SageMaker's limit for a real-time answer. */
const INVOKE_TIMEOUT_MS = 60_000;
/** And for a streamed one. */
const STREAM_TIMEOUT_MS = 480_000;
/** The toolkit's SAGEMAKER_STARTUP_TIMEOUT: a download from the Hub is part of it. */
const LOAD_TIMEOUT_MS = 600_000;
const LIMITS: CacheLimits = { maxModels: 8, maxBytes: 2 * 1024 ** 3 };

/** A host with facts about its processes, for metrics and tests. */
export type LocalInferenceHost = InferenceHost & {
  pids(): number[];
  /** Whether the model that a container was started with is in memory. */
  holds(target: ServingTarget): boolean;
  /** How often a model was read into memory for a start. */
  loads(): number;
  /** Publishes the minute's utilisation now; it happens by itself each minute. */
  publishUsage(): void;
};

/** Runs models with transformers.js in processes of this machine. */
export function createInferenceHost(options: InferenceHostOptions): LocalInferenceHost {
  const { telemetry, clock, invokeTimeoutMs = INVOKE_TIMEOUT_MS, streamTimeoutMs = STREAM_TIMEOUT_MS } = options;
  const pool = createChildPool({
    size: options.processes ?? 2,
    limits: options.limits ?? LIMITS,
  });
  const usage = createUsageMeter(telemetry, clock, options.cacheDir);
  /** Loads under way, so that a thousand endpoints that start together wait for one. */
  const loading = new Map<string, Promise<PoolOutcome>>();
  let loads = 0;

  /** What running containers were started with: the data is copied at start, so a later change in S3 is not theirs. */
  const started = new Map<string, ModelSpec>();

  async function specOf(target: ServingTarget): Promise<ModelSpec> {
    const { environment, task, server } = chooseFamily(target.image).launch(target);
    const { source, identity, name } = await findModelSource({ ...target, environment }, options);
    const key = modelKey(identity, task ?? (server.family === "tei" ? "embeddings" : null));
    return { key, source, task, name, server };
  }

  async function load(spec: ModelSpec, onLine: (line: string) => void): Promise<void> {
    if (pool.holds(spec.key)) return;
    const underWay = loading.get(spec.key);
    if (!underWay) loads += 1;
    const work = underWay ?? pool.run({ type: "load", spec }, { onLine }, LOAD_TIMEOUT_MS);
    loading.set(spec.key, work);
    const outcome = await work.finally(() => loading.delete(spec.key));
    if (outcome.type === "loaded") return;
    throw new ContainerStartError(
      outcome.type === "failed" ? outcome.reason : `The model server's worker ${outcome.type}.`,
    );
  }

  return {
    async start(target) {
      const log = containerLog(telemetry, clock, target);
      const family = chooseFamily(target.image);
      const startedAt = performance.now();
      const id = JSON.stringify(target);
      const before = started.get(id);
      try {
        family.limits(target.environment);
        const spec = await specOf(target);
        started.set(id, spec);
        family.logLoading(log, shownModel(spec));
        await load(spec, log.line);
        family.logReady(log, shownModel(spec), Math.round(performance.now() - startedAt));
      } catch (cause) {
        // What never ran is never released: it would hold its model for ever. An update may fail beside what runs.
        if (before) started.set(id, before);
        else started.delete(id);
        const reason = cause instanceof Error ? cause.message : String(cause);
        for (const line of reason.split("\n")) log.line(line);
        throw new ContainerStartError(reason);
      }
    },

    async invoke(target, request, { onPart, signal, tokenDelayMs = 0 } = {}) {
      const family = chooseFamily(target.image);
      const log = containerLog(telemetry, clock, target);
      const startedAt = performance.now();
      const id = JSON.stringify(target);
      const { maxRequestBytes, maxResponseBytes, ...lane } = family.limits(target.environment);
      // Refused before the server's handler, which would have written the access line.
      if (family.requestTooLarge && request.body.length > maxRequestBytes) {
        return { ...asAnswered(family.requestTooLarge), modelLatencyUs: elapsedUs(startedAt) };
      }
      const answered = await Promise.resolve(started.get(id) ?? specOf(target)).then(
        async (spec) => {
          // After a restart of the emulator nothing was started yet: found once, kept from then on.
          started.set(id, spec);
          const { contentType, accept, body } = request;
          const stream = onPart !== undefined;
          const work = { type: "invoke", spec, contentType, accept, body, stream, tokenDelayMs } as const;
          const timeoutMs = onPart ? streamTimeoutMs : invokeTimeoutMs;
          const outcome = await pool.run(work, { onLine: log.line, onPart }, timeoutMs, {
            lane: { id, ...lane },
            signal,
          });
          if (outcome.type === "answered") usage.add(target, outcome.cpuUs, outcome.rssBytes);
          const response = toResponse(outcome, family, spec.name);
          if (!family.responseTooLarge || response.body.length <= maxResponseBytes) return response;
          return asAnswered(family.responseTooLarge(log, response.body.length));
        },
        (cause: unknown) =>
          asAnswered(family.failure("failed", cause instanceof Error ? cause.message : String(cause), target.image)),
      );
      const modelLatencyUs = elapsedUs(startedAt);
      family.logInvocation(log, answered.status, modelLatencyUs / 1000);
      return { ...answered, modelLatencyUs };
    },

    release(target) {
      const id = JSON.stringify(target);
      const spec = started.get(id);
      if (!spec) return;
      started.delete(id);
      const isShared = [...started.values()].some((other) => other.key === spec.key);
      // Without an answer that matters: a model that stays goes when others need the room.
      if (!isShared && pool.holds(spec.key))
        void pool.run({ type: "unload", spec }, { onLine: () => undefined }, LOAD_TIMEOUT_MS);
    },

    pids: () => pool.pids(),
    holds: (target) => pool.holds(started.get(JSON.stringify(target))?.key ?? ""),
    loads: () => loads,
    publishUsage: usage.publish,
    close: async () => {
      usage.close();
      pool.close();
    },
  };
}

function elapsedUs(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 1000);
}
