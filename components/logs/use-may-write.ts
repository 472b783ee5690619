"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { useNow } from "@/components/ui/use-now";
import { endpointQueries } from "@/lib/endpoints/queries";
import type { LogSource } from "@/lib/logs/view";
import { isUnderWay as isTrainingUnderWay } from "@/lib/training/job-view";
import { trainingQueries } from "@/lib/training/queries";
import { isUnderWay as isTransformUnderWay } from "@/lib/transform/job-view";
import { transformQueries } from "@/lib/transform/queries";

/** CloudWatch has the last lines of a job a little after it has ended. */
const LATE_MS = 60_000;

/** Whether more lines may come. What is known of the job or endpoint is shared with its page and not asked for again. */
export function useMayWrite({ of, name }: LogSource): boolean {
  const { id } = useWorkspace();
  const now = useNow();
  const known = { refetchInterval: false, staleTime: Number.POSITIVE_INFINITY } as const;
  const training = useQuery({ ...trainingQueries.detail(id, name), ...known, enabled: of === "training-jobs" });
  const transform = useQuery({ ...transformQueries.detail(id, name), ...known, enabled: of === "transform-jobs" });
  const endpoint = useQuery({ ...endpointQueries.detail(id, name), ...known, enabled: of === "endpoints" });
  const isLate = (endedAt: string | null) => endedAt !== null && (now ?? 0) - Date.parse(endedAt) < LATE_MS;

  if (of === "inference-components") return true; // copies come and go while it is there
  if (of === "endpoints") return endpoint.data?.status !== "Failed";
  if (of === "training-jobs") {
    return !training.data || isTrainingUnderWay(training.data.status) || isLate(training.data.endedAt);
  }
  return !transform.data || isTransformUnderWay(transform.data.status) || isLate(transform.data.endedAt);
}
