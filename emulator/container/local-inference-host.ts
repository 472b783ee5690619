import { availableParallelism } from "node:os";
import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { createChildPool, type Lane, type PoolOutcome } from "./child-pool.ts";
import { containerLog } from "./container-log.ts";
import { chooseFamily } from "./families/choose-family.ts";
import { shownModel } from "./families/server-spec.ts";
import { asAnswered, toResponse } from "./families/to-response.ts";
import { ContainerStartError, type InferenceHost, type ServingTarget } from "./inference-host.ts";
import type { CacheLimits, ModelSpec } from "./messages.ts";
import { modelKey } from "./model-key.ts";
import { createOwnCodeHost } from "./own-code/own-code-host.ts";
import type { ScriptContainer } from "./own-code/script-child.ts";
import { scriptContainer } from "./own-code/script-container.ts";
import { findModelSource, type SourceOptions } from "./source/model-source.ts";
import { checkDevice } from "./start/check-device.ts";
import { checkModel } from "./start/check-start.ts";
import { createUsageMeter, type InstancesOf } from "./usage-meter.ts";

export type InferenceHostOptions = SourceOptions & {
  telemetry: Telemetry;
  clock: Clock;
  /** Processes at most. */
  processes?: number;
  limits?: CacheLimits;
  invokeTimeoutMs?: number;
  streamTimeoutMs?: number;
  /** Whether code in a model's archive may run on this machine, with the rights of whoever started the emulator. */
  runsScripts?: boolean;
  instancesOf?: InstancesOf;
};

/** One for each processor; models are held by each, so that there are never many. */
const PROCESSES = Math.min(8, Math.max(2, availableParallelism()));

/** What a container was started with: its model, and the script before it where its archive brings one. */
type Started = { spec: ModelSpec; script: ScriptContainer | null };

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
    size: options.processes ?? PROCESSES,
    limits: options.limits ?? LIMITS,
  });
  const usage = createUsageMeter(telemetry, clock, options.cacheDir, options.instancesOf);
  /** Loads under way, so that a thousand endpoints that start together wait for one. */
  const loading = new Map<string, Promise<PoolOutcome>>();
  let loads = 0;

  /** What running containers were started with: the data is copied at start, so a later change in S3 is not theirs. */
  const started = new Map<string, Started>();
  const scripts = createOwnCodeHost(options.runsScripts ?? false, LOAD_TIMEOUT_MS);

  async function find(target: ServingTarget): Promise<Started> {
    const { environment, task, server } = chooseFamily(target.image).launch(target);
    const takesCode = server.family === "toolkit";
    const { source, identity, name, code } = await findModelSource({ ...target, environment }, options, takesCode);
    const key = modelKey(identity, task ?? (server.family === "tei" ? "embeddings" : null));
    const spec: ModelSpec = { key, source, task, name, server };
    if (!code) return { spec, script: null };
    const onLine = containerLog(telemetry, clock, target).line;
    const pipeline = {
      load: () => load(spec, onLine),
      ask: async (contentType: string, body: Buffer) => {
        const work = { type: "invoke", spec, contentType, accept: null, body, stream: false, tokenDelayMs: 0 } as const;
        return toResponse(await pool.run(work, { onLine }, invokeTimeoutMs), chooseFamily(target.image), spec.name);
      },
    };
    return { spec, script: scriptContainer({ code, source, environment, pipeline, cacheDir: options.cacheDir }) };
  }

  /** Where a container's lines go: those of a script with what its server writes around them. */
  function listenerOf(target: ServingTarget, { spec, script }: Started) {
    const log = containerLog(telemetry, clock, target);
    const { logOutput } = chooseFamily(target.image);
    if (!script || !logOutput) return { onLine: log.line };
    return { onLine: (line: string, isError = false) => logOutput(log, spec.name, line, isError) };
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
        checkDevice(target);
        family.limits(target.environment);
        const found = await find(target);
        const { spec, script } = found;
        started.set(id, found);
        family.logLoading(log, shownModel(spec));
        await checkModel(target, spec, script !== null);
        if (script) await scripts.start({ id, spec, container: script }, listenerOf(target, found));
        else await load(spec, log.line);
        usage.begin(target);
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

    async invoke(target, request, { onPart, signal, tokenDelayMs = 0, timeoutMs: givenMs, instances } = {}) {
      const family = chooseFamily(target.image);
      const log = containerLog(telemetry, clock, target);
      const startedAt = performance.now();
      const id = JSON.stringify(target);
      const { maxRequestBytes, maxResponseBytes, ...limits } = family.limits(target.environment);
      // Refused before the server's handler, which would have written the access line.
      if (family.requestTooLarge && request.body.length > maxRequestBytes) {
        return { ...asAnswered(family.requestTooLarge), modelLatencyUs: elapsedUs(startedAt) };
      }
      const answered = await Promise.resolve(started.get(id) ?? find(target)).then(
        async (found) => {
          // After a restart of the emulator nothing was started yet: found once, kept from then on.
          started.set(id, found);
          const { spec, script } = found;
          const { contentType, accept, body } = request;
          const asked = { contentType, accept, body };
          const timeoutMs = givenMs ?? (onPart ? streamTimeoutMs : invokeTimeoutMs);
          const listener = { ...listenerOf(target, found), onPart };
          const waiting = { lane: { id, ...limits, ...ofInstances(limits, instances) }, signal };
          const outcome = script
            ? await scripts.run({ id, spec, container: script }, asked, listener, timeoutMs, waiting)
            : await pool.run(
                { type: "invoke", spec, ...asked, stream: onPart !== undefined, tokenDelayMs },
                listener,
                timeoutMs,
                waiting,
              );
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
      const found = started.get(id);
      if (!found) return;
      const { spec } = found;
      started.delete(id);
      scripts.release(id);
      usage.end(target);
      const isShared = [...started.values()].some((other) => other.spec.key === spec.key);
      // Without an answer that matters: a model that stays goes when others need the room.
      if (!isShared && pool.holds(spec.key))
        void pool.run({ type: "unload", spec }, { onLine: () => undefined }, LOAD_TIMEOUT_MS);
    },

    pids: () => [...pool.pids(), ...scripts.pids()],
    holds: (target) => pool.holds(started.get(JSON.stringify(target))?.spec.key ?? ""),
    loads: () => loads,
    publishUsage: usage.publish,
    close: async () => {
      usage.close();
      scripts.close();
      pool.close();
    },
  };
}

/** What all instances of a variant take together; the server of one instance has one process unless it is told its workers. */
function ofInstances({ workers, queueSize }: Pick<Lane, "workers" | "queueSize">, instances: number | undefined) {
  if (instances === undefined) return { workers, queueSize };
  return { workers: Math.max(1, instances) * (workers ?? 1), queueSize: Math.max(1, instances) * queueSize };
}

function elapsedUs(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 1000);
}
