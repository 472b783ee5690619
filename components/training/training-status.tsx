import { Elapsed } from "@/components/ui/elapsed";
import { StatusBadge } from "@/components/ui/status-badge";
import { statusTone } from "@/lib/training/job-status";
import { isUnderWay, type TrainingJobSummary } from "@/lib/training/job-view";

/** A job's state; under way with SageMaker's finer word and the time since it was asked for. */
export function TrainingStatus({ job }: { job: TrainingJobSummary }) {
  const { status, secondaryStatus, createdAt } = job;
  const detail =
    isUnderWay(status) && createdAt ? (
      <>
        {secondaryStatus && secondaryStatus !== status ? `${secondaryStatus} · ` : null}
        <Elapsed from={createdAt} />
      </>
    ) : null;
  return <StatusBadge tone={statusTone(status)} label={status} detail={detail} className="flex" />;
}
