import { nextLarger, otherFamily } from "@/lib/instances/larger";

import type { Finding } from "./diagnose";

type Job = { name: string; instanceType: string | null };

/** A way to the form of a training or transform job as it was, with another instance type where that is the cure. */
export function correctedJob(
  use: "training" | "transform",
  { name, instanceType }: Job,
  finding: Finding | undefined,
): { label: string; path: `/${string}` } {
  const instance = otherInstance(use, instanceType ?? "", finding);
  const query = new URLSearchParams({ from: name, ...(instance && { instance }) });
  return {
    label: instance ? `Open the form with ${instance}` : "Open the form as this job was",
    path: `/${use === "training" ? "training" : "batch"}/new?${query}`,
  };
}

function otherInstance(use: "training" | "transform", type: string, finding: Finding | undefined): string | null {
  switch (finding?.rule.fix) {
    case "larger-instance":
      return nextLarger(type, use);
    case "other-instance":
      return otherFamily(type, use);
    default:
      return null;
  }
}
