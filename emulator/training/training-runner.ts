import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EmulatorContext } from "../context.ts";
import { uploadArtifacts } from "./artifacts.ts";
import { type Ending, failed, MAX_WAIT, STOPPED } from "./endings.ts";
import { type JobFolders, makeJobFolders } from "./job-folders.ts";
import { prepareHost } from "./prepare-host.ts";
import { rehearseFailure } from "./rehearsed-failure.ts";
import type { HostFacts } from "./sm-environment.ts";
import { isWaitOver, keepCheckpoints } from "./spot-capacity.ts";
import { TrainingError } from "./training-error.ts";
import type { SecondaryStatus, TrainingJob } from "./training-job.ts";
import { withTransition } from "./training-job.ts";
import type { TrainingStore } from "./training-store.ts";
import { LOOK_EVERY_MS, type Seen, watchHosts } from "./watch-hosts.ts";

/** Runs jobs, a few at a time. */
export type TrainingRunner = {
  start(region: string, name: string): void;
  /** Ends what a stopped or killed emulator left under way. */
  resume(): void;
  /** Ends every script; resolves when all are gone. */
  close(): Promise<void>;
};

const MAX_AT_ONCE = 4;
const TRAINING_LOGS = "/aws/sagemaker/TrainingJobs";

export function createTrainingRunner(context: EmulatorContext, store: TrainingStore): TrainingRunner {
  const { clock, behaviour, objects, stopping, dataDir } = context;
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
      if (isWaitOver(context, job)) return end(region, name, MAX_WAIT);
      const ending = await runAttempt(region, job, join(folder, String(attempt)));
      if (stopping.aborted) return;
      if (ending !== "again") return end(region, name, ending);
    }
  }

  async function runAttempt(region: string, job: TrainingJob, folder: string): Promise<Ending | "again"> {
    const beganAt = clock.now();
    const hosts = hostsOf(region, job, folder);
    const [main] = hosts;
    if (!main) return failed("ClientError: The job has no instances.");
    const pipes: (() => void)[] = [];
    const seen: Seen = { checkpoints: new Map(), metrics: job.finalMetrics };
    try {
      move(region, job.name, "Downloading", "Downloading the training image");
      if (behaviour.jobFailure) {
        const place = { group: TRAINING_LOGS, stream: `${job.name}/${main.host}-${Math.floor(beganAt / 1000)}` };
        return failed(rehearseFailure(context, region, place, behaviour.jobFailure));
      }
      for (const host of hosts) pipes.push(await prepareHost(objects, host));
      move(region, job.name, "Training", "Training image download completed. Training in progress.");
      const ended = await watchHosts(context, store, { region, job, hosts, seen });
      if (stopping.aborted) return STOPPED;
      await keepCheckpoints(context, job, main.folders.checkpoints, seen.checkpoints);
      const ending = ended === "interrupted" ? "again" : await upload(region, job, main.folders, ended);
      store.change(region, job.name, (now) => ({
        ...now,
        finalMetrics: seen.metrics,
        workedMs: now.workedMs + clock.now() - beganAt,
      }));
      if (ending === "again") interrupt(region, job.name);
      return ending;
    } catch (cause) {
      if (cause instanceof TrainingError) return failed(cause.message);
      throw cause;
    } finally {
      for (const close of pipes) close();
    }
  }

  async function upload(region: string, job: TrainingJob, folders: JobFolders, ending: Ending): Promise<Ending> {
    if (ending.status === "Failed") return ending;
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

  function end(region: string, name: string, { status, secondary = status, reason, message }: Ending): void {
    const now = clock.now();
    store.change(region, name, (job) => ({
      ...withTransition(job, secondary, message, now),
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

function hostsOf(region: string, job: TrainingJob, folder: string): HostFacts[] {
  const count = job.definition.ResourceConfig.InstanceCount ?? 1;
  const hosts = Array.from({ length: count }, (_, index) => `algo-${index + 1}`);
  return hosts.map((host) => {
    const folders = makeJobFolders(folder, host, job.definition.CheckpointConfig?.LocalPath);
    return { job, region, folders, host, hosts };
  });
}
