import { statfsSync } from "node:fs";
import { totalmem } from "node:os";
import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { ServingTarget } from "./inference-host.ts";

/** What a variant's calls used of the machine since the last publication. */
type Usage = { target: ServingTarget; cpuUs: number; rssBytes: number; idleMinutes: number };

export type UsageMeter = {
  /** Adds what one call cost: processor time, and the memory of the process that ran it. */
  add(target: ServingTarget, cpuUs: number, rssBytes: number): void;
  /** Publishes a minute's metrics of every variant that was used of late. */
  publish(): void;
  close(): void;
};

const MINUTE_MS = 60_000;
/** Then a quiet variant stops sending zeros: a thousand idle endpoints must not fill the disk. */
const QUIET_AFTER_MINUTES = 15;

/** Publishes the utilisation of variants each minute, from what their calls really used of the shared processes. */
export function createUsageMeter(telemetry: Telemetry, clock: Clock, dataDir: string): UsageMeter {
  const usages = new Map<string, Usage>();

  function publish(): void {
    const diskPercent = diskUtilization(dataDir);
    for (const [key, usage] of usages) {
      const { target, cpuUs, rssBytes } = usage;
      const dimensions = [
        { Name: "EndpointName", Value: target.endpointName },
        { Name: "VariantName", Value: target.variantName },
      ];
      const put = (name: string, value: number): void =>
        telemetry.putMetric(target.region, {
          namespace: "/aws/sagemaker/Endpoints",
          name,
          dimensions,
          value,
          unit: "Percent",
          at: clock.now(),
        });
      put("CPUUtilization", (cpuUs / (MINUTE_MS * 1000)) * 100);
      put("MemoryUtilization", (rssBytes / totalmem()) * 100);
      put("DiskUtilization", diskPercent);
      usage.idleMinutes = cpuUs === 0 ? usage.idleMinutes + 1 : 0;
      usage.cpuUs = 0;
      if (usage.idleMinutes >= QUIET_AFTER_MINUTES) usages.delete(key);
    }
  }

  const timer = setInterval(publish, MINUTE_MS);
  timer.unref();

  return {
    add(target, cpuUs, rssBytes) {
      const key = `${target.region}/${target.endpointName}/${target.variantName}`;
      const before = usages.get(key)?.cpuUs ?? 0;
      usages.set(key, { target, cpuUs: before + cpuUs, rssBytes, idleMinutes: 0 });
    },
    publish,
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
