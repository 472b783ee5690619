import { instanceTypeById } from "@/catalog/instance-types/select";
import type { ChartRow } from "@/catalog/metrics/schema";
import { metricById } from "@/catalog/metrics/select";

import { FORBIDDEN } from "./view";

type Facts = {
  /** Whose chart it is, as words say it. */
  subject: "endpoint" | "component" | "job";
  hasTraffic: boolean;
  isForbidden: boolean;
  /** Of the variants that are shown. */
  instanceTypes: readonly (string | null)[];
  createdAt: string | null;
  toMs: number;
};

/** Why a chart that its subject emits shows nothing in a window. */
export function emptyBecause(
  { from }: ChartRow,
  { subject, hasTraffic, isForbidden, instanceTypes, createdAt, toMs }: Facts,
): string {
  if (isForbidden) return FORBIDDEN;
  if (createdAt !== null && Date.parse(createdAt) > toMs) return `The ${subject} did not exist yet.`;
  switch (from) {
    case "calls":
      return hasTraffic ? "Nothing was published, although there were requests." : "No traffic in this window.";
    case "cold-starts":
      return hasTraffic ? "No cold start in this window." : "No traffic in this window.";
    case "provisioned":
      return hasTraffic ? "The endpoint keeps no environments ready." : "No traffic in this window.";
    case "queue":
      return "No request was in the queue or ended in this window.";
    case "gpus":
      return instanceTypes.every(hasNoGpu) ? noGpu(instanceTypes) : NO_INSTANCE;
    case "instances":
      return NO_INSTANCE;
  }
}

/** Why a chart has no line to show: nothing of these modes emits it. */
export function notEmitted({ lines }: ChartRow, modes: readonly string[]): string {
  const needed = [...new Set(lines.flatMap(({ metric }) => metricById(metric).modes))];
  return `Not emitted: only ${needed.join(" and ")} endpoints have it, not ${[...new Set(modes)].join(" or ")} ones.`;
}

const NO_INSTANCE = "No instance reported in this window.";

function hasNoGpu(type: string | null): boolean {
  return type !== null && instanceTypeById(type)?.deviceClass === "cpu";
}

function noGpu(types: readonly (string | null)[]): string {
  const names = [...new Set(types)].join(", ");
  return `Not emitted: ${names} has no GPU.`;
}
