"use client";

import { FailureDoctor } from "@/components/failures/failure-doctor";
import { useLastLines } from "@/components/failures/use-last-lines";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { correctedJob } from "@/lib/failures/corrected-job";
import { diagnose } from "@/lib/failures/diagnose";
import { workspacePath } from "@/lib/routes";
import type { TrainingJobDetail } from "@/lib/training/job-view";

/** Why a job failed or was cut short: the cause, the log lines that tell it, SageMaker's words, and the corrected form. */
export function FailurePanel({ job }: { job: TrainingJobDetail }) {
  const { id } = useWorkspace();
  const log = useLastLines({ of: "training-jobs", name: job.name }, true);
  const diagnosis = diagnose({
    subject: "training-job",
    hasFailed: true,
    reason: job.failureReason,
    lines: log.lines,
    secondaryStatus: job.secondaryStatus,
  });
  if (!diagnosis) return null;
  const corrected = correctedJob("training", job, diagnosis.findings[0]);
  return (
    <FailureDoctor
      diagnosis={diagnosis}
      tone={job.status === "Failed" ? "danger" : "warning"}
      unrecognized="The job failed."
      reason={job.failureReason}
      isReadingLog={log.isReading}
    >
      <ButtonLink size="sm" href={workspacePath(id, corrected.path)}>
        {corrected.label}
      </ButtonLink>
      <Link
        href={workspacePath(id, `/training/${encodeURIComponent(job.name)}?tab=logs`)}
        className="font-medium text-accent-text underline"
      >
        Read the whole log
      </Link>
    </FailureDoctor>
  );
}
