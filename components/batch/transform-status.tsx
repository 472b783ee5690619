import { Elapsed } from "@/components/ui/elapsed";
import { StatusBadge } from "@/components/ui/status-badge";
import { statusTone } from "@/lib/transform/job-status";
import { isUnderWay, type TransformJobSummary } from "@/lib/transform/job-view";

/** A job's state; under way with the time since it was asked for. */
export function TransformStatus({ job }: { job: TransformJobSummary }) {
  const { status, createdAt } = job;
  const detail = isUnderWay(status) && createdAt ? <Elapsed from={createdAt} /> : null;
  return <StatusBadge tone={statusTone(status)} label={status} detail={detail} className="flex" />;
}
