import { readdir, stat } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { type ProcessUse, processUse } from "./process-tree.ts";
import type { HostFacts } from "./sm-environment.ts";

const NAMESPACE = "/aws/sagemaker/TrainingJobs";
const MINUTE_MS = 60_000;
const GIB = 1024 ** 3;

export type InstanceMeter = { /** Publishes when it is time to; never rejects. */ look(): Promise<void> };

/**
 * CPUUtilization (100 for each core, as CloudWatch counts it), MemoryUtilization and DiskUtilization of a host, in
 * Percent, measured at its real processes and files. Short jobs are measured often: the time between doubles to a minute.
 */
export function createInstanceMeter(
  { telemetry, clock }: { telemetry: Telemetry; clock: Clock },
  { job, region, host, folders }: HostFacts,
  pid: () => number | undefined,
): InstanceMeter {
  const dimensions = [{ Name: "Host", Value: `${job.name}/${host}` }];
  const volumeBytes = (job.definition.ResourceConfig.VolumeSizeInGB ?? 30) * GIB;
  let dueAt = clock.now();
  let waitMs = 1_000;
  let before: { pid: number; at: number; use: ProcessUse } | null = null;

  function publish(name: string, value: number): void {
    telemetry.putMetric(region, { namespace: NAMESPACE, name, dimensions, value, unit: "Percent", at: clock.now() });
  }

  async function look(): Promise<void> {
    const id = pid();
    if (id === undefined || clock.now() < dueAt) return;
    const use = await processUse(id);
    if (use === null) return;
    const last = before?.pid === id ? before : null;
    // Processor time is spent in real time, whatever the emulator's clock says.
    const now = { pid: id, at: performance.now(), use };
    before = now;
    if (last === null) return;
    dueAt = clock.now() + waitMs;
    waitMs = Math.min(waitMs * 2, MINUTE_MS);
    publish("CPUUtilization", (Math.max(0, use.cpuMs - last.use.cpuMs) / (now.at - last.at)) * 100);
    publish("MemoryUtilization", (use.memoryBytes / totalmem()) * 100);
    publish("DiskUtilization", Math.min(100, ((await folderBytes(folders.root)) / volumeBytes) * 100));
  }

  return { look };
}

async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name)).catch(() => null)));
  return sizes.reduce((sum, facts) => sum + (facts?.size ?? 0), 0);
}
