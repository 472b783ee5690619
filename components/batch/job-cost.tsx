"use client";

import { usePrices } from "@/components/shell/use-prices";
import { useWorkspace } from "@/components/shell/workspace-context";
import { useNow } from "@/components/ui/use-now";
import { formatUsd } from "@/lib/format/money";
import { instancesCost } from "@/lib/instances/cost";
import type { TransformJobRow } from "@/lib/transform/job-view";

type Props = { job: Pick<TransformJobRow, "startedAt" | "endedAt" | "instanceType" | "instanceCount"> };

/** What a job's instances cost so far by their on-demand price; a dash before they run or where no price is known. */
export function JobCost({ job }: Props) {
  const { isEmulator } = useWorkspace();
  const now = useNow();
  const cost = instancesCost("transform", job.instanceType, job.instanceCount, usePrices());
  const until = job.endedAt ? Date.parse(job.endedAt) : now;
  if (!job.startedAt || !cost || until === null) return <span className="text-muted">–</span>;
  const hours = Math.max(0, until - Date.parse(job.startedAt)) / 3_600_000;
  const usd = formatUsd(hours * cost.usdPerHour);
  return (
    <span className="tabular-nums" title={`Price of ${cost.price.date}, ${cost.usdPerHour} USD an hour`}>
      {isEmulator ? `free (${usd} on AWS)` : usd}
    </span>
  );
}
