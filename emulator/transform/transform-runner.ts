import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { ContainerStartError, type ServingTarget } from "../container/inference-host.ts";
import type { EmulatorContext } from "../context.ts";
import { rehearseFailure } from "../training/rehearsed-failure.ts";
import { parseS3 } from "../training/s3-folders.ts";
import { findInputs, type InputFile } from "./find-inputs.ts";
import { createGate } from "./in-order.ts";
import { type Blame, FileError, JobError } from "./transform-error.ts";
import { transformFile } from "./transform-file.ts";
import { type TransformJob, transformSettings } from "./transform-job.ts";
import { createDataLog } from "./transform-log.ts";
import type { TransformStore } from "./transform-store.ts";

/** Runs transform jobs. */
export type TransformRunner = {
  start(region: string, name: string): void;
  /** Ends a job's requests at once; its status says that it is Stopping. */
  stop(region: string, name: string): void;
  /** Begins anew what a stopped or killed emulator left under way. */
  resume(): void;
  /** Resolves when nothing runs any longer. */
  close(): Promise<void>;
};

const LOOK_EVERY_MS = 50;
const TRANSFORM_LOGS = "/aws/sagemaker/TransformJobs";

export function createTransformRunner(context: EmulatorContext, store: TransformStore): TransformRunner {
  const { clock, behaviour, inference, objects, telemetry, stopping } = context;
  const running = new Map<string, { work: Promise<void>; stop: AbortController }>();

  async function work(region: string, name: string, signal: AbortSignal): Promise<void> {
    let failure: string | null;
    try {
      await passed(clock.now() + behaviour.trainingDelayMs, signal);
      failure = await runJob(region, name, signal);
    } catch (cause) {
      failure = reasonOf(cause);
    }
    // The emulator's own end is no outcome: the next start goes on.
    if (stopping.aborted) return;
    if (signal.aborted) end(region, name, "Stopped", null);
    else end(region, name, failure === null ? "Completed" : "Failed", failure);
  }

  /** Null when every file was transformed, else the job's FailureReason. */
  async function runJob(region: string, name: string, signal: AbortSignal): Promise<string | null> {
    const startedAt = clock.now();
    store.change(region, name, (job) => ({ ...job, startedAt, modifiedAt: startedAt }));
    const job = store.find(region, name);
    if (!job) return null;
    if (behaviour.jobFailure) {
      const place = {
        group: TRANSFORM_LOGS,
        stream: instanceTarget(region, job, 0, startedAt).transformHost.logStream,
      };
      return rehearseFailure(context, region, place, behaviour.jobFailure);
    }
    const files = findInputs(objects, job.definition);
    const count = job.definition.TransformResources.InstanceCount;
    const shares = Array.from({ length: Math.min(count, files.length) }, (_, share) =>
      files.filter((_file, index) => index % count === share),
    );
    const blames = await Promise.all(
      shares.map((share, index) => runInstance(region, job, index, startedAt, share, signal)),
    );
    const all = new Set(blames.flat());
    if (all.size === 0) return null;
    const blame: Blame = all.has("AlgorithmError") ? "AlgorithmError" : "ClientError";
    return `${blame}: See job logs for more information`;
  }

  /** Transforms one instance's files; whose fault each failed one was. */
  async function runInstance(
    region: string,
    job: TransformJob,
    index: number,
    startedAt: number,
    files: InputFile[],
    signal: AbortSignal,
  ): Promise<Blame[]> {
    const settings = transformSettings(job.definition);
    const target = instanceTarget(region, job, index, startedAt);
    const log = createDataLog(telemetry, clock, region, target.transformHost.logStream);
    try {
      await startContainer(target);
      signal.throwIfAborted();
      log.begin(settings);
      const gate = createGate(settings.maxConcurrent);
      const fileGate = createGate(settings.maxConcurrent);
      const outcomes = await Promise.all(
        files.map((file) =>
          fileGate(async () => {
            signal.throwIfAborted();
            const output = outputOf(job, file);
            return transformFile(context, { file, output, settings, target, gate, signal }).then(
              () => null,
              (cause: unknown) => {
                signal.throwIfAborted();
                const error = fileError(cause);
                log.about(file.bucket, file.key, error.lines);
                return error.blame;
              },
            );
          }),
        ),
      );
      return outcomes.filter((blame) => blame !== null);
    } finally {
      inference.release(target);
    }
  }

  async function startContainer(target: ServingTarget): Promise<void> {
    try {
      await inference.start(target);
    } catch (cause) {
      if (!(cause instanceof ContainerStartError)) throw cause;
      throw new JobError(
        "AlgorithmError: Model container failed to respond to ping; Ensure /ping endpoint is implemented and responds with an HTTP 200 status code",
      );
    }
  }

  function outputOf({ definition }: TransformJob, file: InputFile) {
    const address = parseS3(definition.TransformOutput.S3OutputPath);
    if (!address || !objects.buckets.get(address.bucket)) {
      throw new JobError(`ClientError: The output path ${definition.TransformOutput.S3OutputPath} is not accessible.`);
    }
    const prefix = address.key === "" || address.key.endsWith("/") ? address.key : `${address.key}/`;
    return { bucket: address.bucket, key: `${prefix}${file.path}.out` };
  }

  /** Until the emulator's clock reaches a moment, or the job is to stop. */
  async function passed(at: number, signal: AbortSignal): Promise<void> {
    while (clock.now() < at && !signal.aborted && !stopping.aborted) await pause(LOOK_EVERY_MS);
    signal.throwIfAborted();
    stopping.throwIfAborted();
  }

  function end(region: string, name: string, status: "Completed" | "Failed" | "Stopped", reason: string | null): void {
    const now = clock.now();
    store.change(region, name, (job) => ({
      ...job,
      status,
      failureReason: reason?.slice(0, 1024) ?? null,
      modifiedAt: now,
      endedAt: now,
    }));
  }

  function start(region: string, name: string): void {
    const key = `${region}/${name}`;
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, stopping]);
    const job = work(region, name, signal).finally(() => running.delete(key));
    running.set(key, { work: job, stop });
  }

  return {
    start,
    stop: (region, name) => running.get(`${region}/${name}`)?.stop.abort(),
    resume() {
      for (const { region, job } of store.unfinished()) {
        if (job.status === "Stopping") end(region, job.name, "Stopped", null);
        else start(region, job.name);
      }
    },
    close: async () => {
      await Promise.allSettled([...running.values()].map(({ work: job }) => job));
    },
  };
}

function instanceTarget(region: string, { name, container }: TransformJob, index: number, startedAt: number) {
  const instance = `i-0${createHash("sha256").update(`${name}/${index}`).digest("hex").slice(0, 16)}`;
  const transformHost = {
    logStream: `${name}/${instance}-${Math.floor(startedAt / 1000)}`,
    host: `${name}/${instance}`,
  };
  return { region, endpointName: name, variantName: instance, ...container, transformHost };
}

function fileError(cause: unknown): FileError {
  if (cause instanceof FileError) return cause;
  if (cause instanceof JobError) throw cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FileError("AlgorithmError", [`Internal error: ${reason}`]);
}

function reasonOf(cause: unknown): string {
  if (cause instanceof JobError) return cause.message;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `InternalServerError: We encountered an internal error. Please try again. (${reason})`;
}
