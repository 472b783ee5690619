import { statfsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { ServingTarget } from "./inference-host.ts";

/** What a variant's calls used of the machine since the last publication. */
type Usage = { target: ServingTarget; cpuUs: number; rssBytes: number; idleMinutes: number; sinceMs: number };

export type UsageMeter = {
  /** A variant's container runs: its instances publish from now on, whether it is called or not. */
  begin(target: ServingTarget): void;
  /** Adds what one call cost: processor time, and the memory of the process that ran it. */
  add(target: ServingTarget, cpuUs: number, rssBytes: number): void;
  /** Publishes a minute's metrics of every variant that was used of late. */
  publish(): void;
  /** The container is gone: a transform job's use is published now, for it may have taken less than a minute. A component's ends. */
  end(target: ServingTarget): void;
  close(): void;
};

const MINUTE_MS = 60_000;
/** Then a quiet variant stops sending zeros where there are many: a thousand idle endpoints must not fill the disk. */
const QUIET_AFTER_MINUTES = 15;
const FEW_VARIANTS = 10;

/** How many instances run a variant: 0 when it is serverless, null when it is gone. */
export type InstancesOf = (target: ServingTarget) => number | null;

/**
 * Publishes the utilisation of variants each minute, from what their calls really used of the shared processes. Each
 * instance publishes a value of its own, an equal share here; a serverless variant only its memory.
 */
export function createUsageMeter(
  telemetry: Telemetry,
  clock: Clock,
  dataDir: string,
  instancesOf: InstancesOf = () => 1,
): UsageMeter {
  const usages = new Map<string, Usage>();

  function publish(): void {
    const diskPercent = diskUtilization(dataDir);
    for (const [key, usage] of usages) {
      publishOne(usage, MINUTE_MS, diskPercent);
      usage.idleMinutes = usage.cpuUs === 0 ? usage.idleMinutes + 1 : 0;
      usage.cpuUs = 0;
      usage.sinceMs = performance.now();
      const isGone = !usage.target.transformHost && instancesOf(usage.target) === null;
      // One that is still being made is not there either: only time tells.
      if (usage.idleMinutes >= QUIET_AFTER_MINUTES && (isGone || usages.size > FEW_VARIANTS)) usages.delete(key);
    }
  }

  function publishOne({ target, cpuUs, rssBytes }: Usage, spanMs: number, diskPercent: number): void {
    const instances = target.transformHost ? 1 : instancesOf(target);
    if (instances === null) return;
    const { namespace, dimensions } = placeOf(target);
    const count = Math.max(1, instances);
    const { component } = target;
    if (component && instances === 0) return;
    const put = (name: string, value: number): void =>
      telemetry.putMetric(target.region, {
        namespace,
        name,
        dimensions,
        value,
        count,
        unit: "Percent",
        at: clock.now(),
      });
    if (component) {
      // Of what all copies keep for themselves; of the machine where no cores are kept.
      const cores = count * component.cpuCores || availableParallelism();
      put("CPUUtilizationNormalized", Math.min(100, (cpuUs / (spanMs * 1000) / cores) * 100));
      const reservedBytes = count * component.memoryMb * 1024 ** 2;
      if (rssBytes > 0) put("MemoryUtilizationNormalized", Math.min(100, (rssBytes / reservedBytes) * 100));
      return;
    }
    // Known from the first call on.
    if (rssBytes > 0) put("MemoryUtilization", (rssBytes / totalmem()) * 100);
    if (instances === 0) return;
    put("CPUUtilization", ((cpuUs / (spanMs * 1000)) * 100) / count);
    // Transform jobs have no such metric.
    if (!target.transformHost) put("DiskUtilization", diskPercent);
  }

  const timer = setInterval(publish, MINUTE_MS);
  timer.unref();

  return {
    begin(target) {
      const key = keyOf(target);
      if (target.transformHost || usages.has(key)) return;
      usages.set(key, { target, cpuUs: 0, rssBytes: 0, idleMinutes: 0, sinceMs: performance.now() });
    },
    add(target, cpuUs, rssBytes) {
      const key = keyOf(target);
      const before = usages.get(key);
      const sinceMs = before?.sinceMs ?? performance.now() - cpuUs / 1000;
      usages.set(key, { target, cpuUs: (before?.cpuUs ?? 0) + cpuUs, rssBytes, idleMinutes: 0, sinceMs });
    },
    publish,
    end(target) {
      const usage = usages.get(keyOf(target));
      if (!usage || !(target.transformHost || target.component)) return;
      usages.delete(keyOf(target));
      if (target.component) return;
      publishOne(usage, Math.max(1, performance.now() - usage.sinceMs), 0);
    },
    close: () => clearInterval(timer),
  };
}

function diskUtilization(folder: string): number {
  try {
    const { blocks, bavail } = statfsSync(folder);
    return ((blocks - bavail) / blocks) * 100;
  } catch {
    // The folder does not exist before the first archive is opened.
    return 0;
  }
}

function keyOf({ region, endpointName, variantName, transformHost, component }: ServingTarget): string {
  if (component) return `${region}/component/${component.name}`;
  return transformHost ? `${region}/${transformHost.host}` : `${region}/${endpointName}/${variantName}`;
}

function placeOf({ endpointName, variantName, transformHost, component }: ServingTarget) {
  if (component) {
    const dimensions = [{ Name: "InferenceComponentName", Value: component.name }];
    return { namespace: "/aws/sagemaker/InferenceComponents", dimensions };
  }
  if (transformHost) {
    return { namespace: "/aws/sagemaker/TransformJobs", dimensions: [{ Name: "Host", Value: transformHost.host }] };
  }
  const dimensions = [
    { Name: "EndpointName", Value: endpointName },
    { Name: "VariantName", Value: variantName },
  ];
  return { namespace: "/aws/sagemaker/Endpoints", dimensions };
}
