import { EMPTY_MODE } from "@/lib/deploy/mode-fields";

import { callsAtOnce, instancesForPeak, instancesForQueue } from "./load";
import { type ModeCost, modeCost, serverlessMemoryMb } from "./mode-cost";
import { type Obstacles, obstaclesOf } from "./obstacles";
import { ADVISED_MODES, type AdvisedMode, type Setup } from "./setup";
import type { Workload } from "./workload";

/** The fields of the form that make a mode fit a workload. */
export type FittingFields = {
  instanceCount?: number;
  scaleFromZero?: boolean;
  scaleMaxInstances?: string;
  serverlessMemoryMb?: number;
  serverlessMaxConcurrency?: number;
  serverlessProvisioned?: string;
};

export type ModeAdvice = Obstacles & { mode: AdvisedMode; cost: ModeCost; fields: FittingFields };

/** Every mode with what stands in its way, what it costs and how it would be set. */
export function adviseModes(workload: Workload, setup: Setup): ModeAdvice[] {
  return ADVISED_MODES.map((mode) => ({
    mode,
    ...obstaclesOf(mode, workload, setup),
    cost: modeCost(mode, workload, setup),
    fields: fieldsOf(mode, workload, setup),
  }));
}

/** The possible mode with the lowest cost among those whose own price is known; null with fewer than two to compare. */
export function cheapestMode(advice: readonly ModeAdvice[], callsPerDay: number): AdvisedMode | null {
  const known = advice.flatMap(({ mode, obstacles, cost }) =>
    obstacles.length === 0 && cost.missing === null && cost.estimate
      ? [{ mode, usd: cost.estimate.usd(callsPerDay) }]
      : [],
  );
  if (known.length < 2) return null;
  return known.reduce((least, next) => (next.usd < least.usd ? next : least)).mode;
}

function fieldsOf(mode: AdvisedMode, workload: Workload, setup: Setup): FittingFields {
  switch (mode) {
    case "real-time":
      return { instanceCount: instancesForPeak(workload) };
    case "async":
      return {
        // From zero the policy brings instances; without cold starts they are there from the beginning.
        instanceCount: workload.allowsColdStart ? 1 : instancesForQueue(workload),
        scaleFromZero: workload.allowsColdStart,
        scaleMaxInstances: atLeast(EMPTY_MODE.scaleMaxInstances, instancesForQueue(workload)),
      };
    case "serverless":
      return {
        serverlessMemoryMb: serverlessMemoryMb(workload, setup),
        serverlessMaxConcurrency: Number(atLeast(EMPTY_MODE.serverlessMaxConcurrency, callsAtOnce(workload))),
        serverlessProvisioned: workload.allowsColdStart ? "" : String(callsAtOnce(workload)),
      };
    case "batch":
      return {};
  }
}

/** What a form begins with, unless the workload needs more. */
function atLeast(usual: string | number, needed: number): string {
  return String(Math.max(Number(usual), needed));
}
