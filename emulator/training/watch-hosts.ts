import { setTimeout as pause } from "node:timers/promises";
import type { EmulatorContext } from "../context.ts";
import { COMPLETED, type Ending, failed, MAX_RUNTIME, MAX_WAIT, STOPPED } from "./endings.ts";
import { createInstanceMeter } from "./instance-meter.ts";
import { createMetricReader, withMetric } from "./metric-reader.ts";
import { type RunningHost, runHost } from "./run-host.ts";
import type { HostFacts } from "./sm-environment.ts";
import { isCapacityTaken, keepCheckpoints } from "./spot-capacity.ts";
import type { FinalMetric, TrainingJob } from "./training-job.ts";
import { trainingLog } from "./training-log.ts";
import type { TrainingStore } from "./training-store.ts";

export const LOOK_EVERY_MS = 50;
/** SageMaker's grace between SIGTERM and SIGKILL. */
const GRACE_MS = 120_000;
const LOOKS_BETWEEN_CHECKPOINTS = 20;

/** What an attempt has come upon so far: checkpoints that are in S3 by their version, and each metric's newest value. */
export type Seen = { checkpoints: Map<string, string>; metrics: FinalMetric[] };

type Watched = { region: string; job: TrainingJob; hosts: HostFacts[]; seen: Seen };

/** Runs the script on every host until all have ended, or something ends them. */
export async function watchHosts(
  context: EmulatorContext,
  store: TrainingStore,
  { region, job, hosts, seen }: Watched,
): Promise<Ending | "interrupted"> {
  const { clock, stopping, telemetry } = context;
  const reader = createMetricReader(job.definition.AlgorithmSpecification.MetricDefinitions ?? []);
  const running = hosts.map((each) => {
    const log = trainingLog(telemetry, clock, { region, job, host: each.host, reader }, (metric) => {
      seen.metrics = withMetric(seen.metrics, metric);
    });
    const host = runHost(each, log);
    return { ...host, meter: createInstanceMeter(context, each, host.pid) };
  });
  const all = allEnded(running);
  const startedAt = clock.now();
  const { MaxRuntimeInSeconds = 86_400, MaxWaitTimeInSeconds } = job.definition.StoppingCondition;

  for (let looks = 1; ; looks += 1) {
    const reasons = await Promise.race([all, pause(LOOK_EVERY_MS)]);
    if (reasons) return endingOf(reasons);
    await Promise.all(running.map(({ meter }) => meter.look()));
    const now = clock.now();
    const state = store.find(region, job.name);
    if (stopping.aborted || !state) return endAll(running, all, STOPPED);
    if (state.status === "Stopping") return stopGently(context, running, all, STOPPED);
    if (context.behaviour.runtimeUsedUp || now - startedAt > MaxRuntimeInSeconds * 1000) {
      return stopGently(context, running, all, MAX_RUNTIME);
    }
    if (MaxWaitTimeInSeconds && now - job.createdAt > MaxWaitTimeInSeconds * 1000) {
      return stopGently(context, running, all, MAX_WAIT);
    }
    const [main] = hosts;
    if (main && looks % LOOKS_BETWEEN_CHECKPOINTS === 0) {
      await keepCheckpoints(context, job, main.folders.checkpoints, seen.checkpoints);
    }
    if (isCapacityTaken(context, job)) {
      await endAll(running, all, STOPPED);
      return "interrupted";
    }
  }
}

type Reasons = readonly (string | null)[];

/** Each host's reason to fail, null where there is none. One that fails takes the others with it, as in a cluster. */
function allEnded(running: readonly RunningHost[]): Promise<Reasons> {
  for (const host of running) {
    void host.ended.then((reason) => {
      if (reason !== null) for (const other of running) other.kill();
    });
  }
  return Promise.all(running.map((host) => host.ended));
}

function endingOf(reasons: Reasons): Ending {
  const failure = reasons.find((reason) => reason !== null);
  return failure ? failed(failure) : COMPLETED;
}

async function stopGently(
  { clock, stopping }: EmulatorContext,
  running: readonly RunningHost[],
  all: Promise<Reasons>,
  ending: Ending,
): Promise<Ending> {
  for (const host of running) host.terminate();
  const deadline = clock.now() + GRACE_MS;
  while (clock.now() < deadline && !stopping.aborted) {
    if (await Promise.race([all, pause(LOOK_EVERY_MS)])) break;
  }
  return endAll(running, all, ending);
}

async function endAll(running: readonly RunningHost[], all: Promise<Reasons>, ending: Ending): Promise<Ending> {
  for (const host of running) host.kill();
  await all;
  return ending;
}
