import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EmulatorContext } from "../context.ts";
import { uploadArtifacts } from "./artifacts.ts";
import { createInstanceMeter } from "./instance-meter.ts";
import { type JobFolders, makeJobFolders } from "./job-folders.ts";
import { createMetricReader, withMetric } from "./metric-reader.ts";
import { prepareHost } from "./prepare-host.ts";
import { type RunningHost, runHost } from "./run-host.ts";
import { parseS3, uploadFolder } from "./s3-folders.ts";
import type { HostFacts } from "./sm-environment.ts";
import { TrainingError } from "./training-error.ts";
import type { FinalMetric, SecondaryStatus, TrainingJob, TrainingStatus } from "./training-job.ts";
import { withTransition } from "./training-job.ts";
import { trainingLog } from "./training-log.ts";
import type { TrainingStore } from "./training-store.ts";

/** Runs jobs, a few at a time. */
export type TrainingRunner = {
  start(region: string, name: string): void;
  /** Ends what a stopped or killed emulator left under way. */
  resume(): void;
  /** Ends every script; resolves when all are gone. */
  close(): Promise<void>;
};

const MAX_AT_ONCE = 4;
const LOOK_EVERY_MS = 50;
/** SageMaker's grace between SIGTERM and SIGKILL. */
const GRACE_MS = 120_000;

/** What an attempt has come upon so far: checkpoints that are in S3 by their version, and each metric's newest value. */
type Seen = { checkpoints: Map<string, string>; metrics: FinalMetric[] };
type Ending = { status: TrainingStatus; reason: string | null; secondary?: SecondaryStatus; message: string };

export function createTrainingRunner(context: EmulatorContext, store: TrainingStore): TrainingRunner {
  const { clock, behaviour, spotInterruptions, telemetry, objects, stopping, dataDir } = context;
  const working = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function work(region: string, name: string): Promise<void> {
    await turn();
    const folder = join(dataDir, "training", region, name);
    try {
      await runJob(region, name, folder);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (!stopping.aborted) end(region, name, failed(`InternalServerError: ${reason}`));
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      busy -= 1;
      waiting.shift()?.();
    }
  }

  async function turn(): Promise<void> {
    if (busy >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
  }

  async function runJob(region: string, name: string, folder: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      await passed(clock.now() + behaviour.trainingDelayMs, region, name);
      const job = store.find(region, name);
      if (stopping.aborted || !job) return;
      if (job.status === "Stopping") return end(region, name, STOPPED);
      const ending = await runAttempt(region, job, join(folder, String(attempt)));
      if (stopping.aborted) return;
      if (ending !== "again") return end(region, name, ending);
    }
  }

  async function runAttempt(region: string, job: TrainingJob, folder: string): Promise<Ending | "again"> {
    const beganAt = clock.now();
    const count = job.definition.ResourceConfig.InstanceCount ?? 1;
    const hosts = Array.from({ length: count }, (_, index) => `algo-${index + 1}`);
    const facts = hosts.map((host): HostFacts => {
      const folders = makeJobFolders(folder, host, job.definition.CheckpointConfig?.LocalPath);
      return { job, region, folders, host, hosts };
    });
    const [main] = facts;
    if (!main) return failed("ClientError: The job has no instances.");
    try {
      move(region, job.name, "Downloading", "Downloading the training image");
      for (const each of facts) await prepareHost(objects, each);
    } catch (cause) {
      if (cause instanceof TrainingError) return failed(cause.message);
      throw cause;
    }
    move(region, job.name, "Training", "Training image download completed. Training in progress.");
    const seen: Seen = { checkpoints: new Map(), metrics: job.finalMetrics };
    const ended = await watch(region, job, facts, seen);
    if (stopping.aborted) return STOPPED;
    await keepCheckpoints(job, main.folders, seen);
    const ending = ended === "interrupted" ? "again" : await upload(region, job, main.folders, ended);
    store.change(region, job.name, (now) => ({
      ...now,
      finalMetrics: seen.metrics,
      workedMs: now.workedMs + clock.now() - beganAt,
    }));
    if (ending === "again") interrupt(region, job.name);
    return ending;
  }

  /** Runs the script on every host until all have ended, or something ends them. */
  async function watch(
    region: string,
    job: TrainingJob,
    facts: HostFacts[],
    seen: Seen,
  ): Promise<Ending | "interrupted"> {
    const reader = createMetricReader(job.definition.AlgorithmSpecification.MetricDefinitions ?? []);
    const running = facts.map((each) => {
      const log = trainingLog(telemetry, clock, { region, job, host: each.host, reader }, (metric) => {
        seen.metrics = withMetric(seen.metrics, metric);
      });
      const host = runHost(each, log);
      return { ...host, meter: createInstanceMeter(context, each, host.pid) };
    });
    const startedAt = clock.now();
    const { MaxRuntimeInSeconds = 86_400, MaxWaitTimeInSeconds } = job.definition.StoppingCondition;
    let outcome: (string | null)[] | null = null;
    const all = Promise.all(running.map((host) => host.ended)).then((reasons) => {
      outcome = reasons;
    });
    // A host that fails takes the others with it, as the instances of a cluster do.
    for (const host of running) {
      void host.ended.then((reason) => {
        if (reason !== null) for (const other of running) other.kill();
      });
    }

    for (let looks = 0; outcome === null; looks += 1) {
      await Promise.race([all, pause(LOOK_EVERY_MS)]);
      if (outcome !== null) break;
      await Promise.all(running.map(({ meter }) => meter.look()));
      const now = clock.now();
      const state = store.find(region, job.name);
      if (stopping.aborted || !state) return endAll(running, all, STOPPED);
      if (state.status === "Stopping") return stopGently(running, all, STOPPED);
      if (now - startedAt > MaxRuntimeInSeconds * 1000) return stopGently(running, all, MAX_RUNTIME);
      if (MaxWaitTimeInSeconds && now - job.createdAt > MaxWaitTimeInSeconds * 1000)
        return stopGently(running, all, MAX_WAIT);
      if (looks % 20 === 19 && facts[0]) await keepCheckpoints(job, facts[0].folders, seen);
      if (isInterrupted(job) && (await hasCheckpoint(job))) {
        await endAll(running, all, STOPPED);
        return "interrupted";
      }
    }
    const failure = ((outcome ?? []) as (string | null)[]).find((reason) => reason !== null);
    return failure === undefined ? COMPLETED : failed(failure);
  }

  async function stopGently(running: RunningHost[], all: Promise<void>, ending: Ending): Promise<Ending> {
    for (const host of running) host.terminate();
    const deadline = clock.now() + GRACE_MS;
    let isOver = false;
    void all.then(() => {
      isOver = true;
    });
    while (!isOver && clock.now() < deadline && !stopping.aborted) await Promise.race([all, pause(LOOK_EVERY_MS)]);
    return endAll(running, all, ending);
  }

  async function endAll(running: RunningHost[], all: Promise<void>, ending: Ending): Promise<Ending> {
    for (const host of running) host.kill();
    await all;
    return ending;
  }

  async function upload(region: string, job: TrainingJob, folders: JobFolders, ending: Ending): Promise<Ending> {
    if (ending.status === "Failed") return ending;
    if (ending.secondary) move(region, job.name, ending.secondary, ending.message);
    move(region, job.name, "Uploading", "Uploading generated training model");
    try {
      const artifacts = await uploadArtifacts(objects, job, folders);
      store.change(region, job.name, (now) => ({ ...now, artifacts }));
      return ending;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      return failed(`ClientError: Artifact upload failed: ${reason}`);
    }
  }

  function keepCheckpoints({ definition }: TrainingJob, folders: JobFolders, seen: Seen): Promise<void> {
    const address = definition.CheckpointConfig && parseS3(definition.CheckpointConfig.S3Uri);
    return address ? uploadFolder(objects, address, folders.checkpoints, seen.checkpoints) : Promise.resolve();
  }

  /** The rehearsal takes spot capacity away once, after the first checkpoint where the job keeps any. */
  function isInterrupted({ name, definition, interruptions }: TrainingJob): boolean {
    const isMeant = behaviour.spotInterruption || spotInterruptions.has(name);
    return isMeant && definition.EnableManagedSpotTraining === true && interruptions === 0;
  }

  async function hasCheckpoint({ definition }: TrainingJob): Promise<boolean> {
    const address = definition.CheckpointConfig && parseS3(definition.CheckpointConfig.S3Uri);
    if (!address) return true;
    const { bucket, key } = address;
    return (
      objects.objects.list({ bucket, prefix: key, delimiter: "", after: "", from: "", limit: 1 }).objects.length > 0
    );
  }

  function interrupt(region: string, name: string): void {
    move(region, name, "Interrupted", "Training job interrupted: the spot capacity was taken back.");
    store.change(region, name, (job) => ({ ...job, interruptions: job.interruptions + 1 }));
    move(region, name, "Starting", "Insufficient capacity error from EC2 while launching instances, retrying!");
  }

  function move(region: string, name: string, status: SecondaryStatus, message: string): void {
    const now = clock.now();
    store.change(region, name, (job) => ({
      ...withTransition(job, status, message, now),
      startedAt: job.startedAt ?? (status === "Downloading" ? now : null),
    }));
  }

  function end(region: string, name: string, { status, reason, message }: Ending): void {
    const now = clock.now();
    store.change(region, name, (job) => ({
      ...withTransition(job, status, message, now),
      status,
      failureReason: reason,
      endedAt: now,
    }));
  }

  /** Until the emulator's clock reaches a moment, or the job is to stop. */
  async function passed(at: number, region: string, name: string): Promise<void> {
    while (clock.now() < at && !stopping.aborted && store.find(region, name)?.status === "InProgress") {
      await pause(LOOK_EVERY_MS);
    }
  }

  function start(region: string, name: string): void {
    const job = work(region, name).finally(() => working.delete(job));
    working.add(job);
  }

  return {
    start,
    resume() {
      for (const { region, job } of store.unfinished()) {
        const isStopping = job.status === "Stopping";
        const reason = "InternalServerError: We encountered an internal error. Please try again.";
        const left = (job.definition.RetryStrategy?.MaximumRetryAttempts ?? 0) - job.retries;
        if (isStopping) end(region, job.name, STOPPED);
        else if (left > 0) {
          move(region, job.name, "Restarting", "The emulator was stopped while the job ran; it begins again.");
          store.change(region, job.name, (now) => ({ ...now, retries: now.retries + 1 }));
          start(region, job.name);
        } else end(region, job.name, failed(`${reason} (The emulator was stopped while the job ran.)`));
      }
    },
    close: async () => {
      for (const go of waiting.splice(0)) go();
      await Promise.allSettled(working);
    },
  };
}

const COMPLETED: Ending = { status: "Completed", reason: null, message: "Training job completed" };
const STOPPED: Ending = { status: "Stopped", reason: null, message: "Training job stopped" };
const MAX_RUNTIME: Ending = {
  ...STOPPED,
  secondary: "MaxRuntimeExceeded",
  message: "Training job runtime exceeded MaxRuntimeInSeconds provided",
};
const MAX_WAIT: Ending = {
  ...STOPPED,
  secondary: "MaxWaitTimeExceeded",
  message: "Training job wait time exceeded MaxWaitTimeInSeconds provided",
};

function failed(reason: string): Ending {
  return { status: "Failed", reason, message: "Training job failed" };
}
