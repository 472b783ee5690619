"use client";

import { usePrices } from "@/components/shell/use-prices";
import { useWorkspace } from "@/components/shell/workspace-context";
import { useNow } from "@/components/ui/use-now";
import { formatDate } from "@/lib/format/dates";
import { costInWords, jobCost } from "@/lib/training/job-cost";
import type { TrainingJobDetail } from "@/lib/training/job-view";

/** What the job's instances cost so far, with where the number comes from. */
export function JobCostLine({ job }: { job: TrainingJobDetail }) {
  const { region, isEmulator } = useWorkspace();
  const prices = usePrices();
  const now = useNow();
  if (now === null) return <span className="text-muted">–</span>;
  const cost = jobCost(job, prices, now);
  if (!cost) {
    const hasTime = job.billableSeconds !== null || job.startedAt !== null;
    return <span className="text-muted">{hasTime ? "No price of this type is known here" : "Nothing yet"}</span>;
  }
  return (
    <>
      <p className="tabular-nums">
        {costInWords(cost)}
        {isEmulator ? " on AWS; here it is free" : null}
      </p>
      <p className="text-sm text-muted">
        On-demand price in {region} of {formatDate(`${cost.price.date}T12:00:00Z`)}
        {job.isSpot ? ", estimated by the billable seconds of spot capacity" : null}, without storage.
      </p>
    </>
  );
}
