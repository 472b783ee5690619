"use client";

import { useQuery } from "@tanstack/react-query";
import { FailureDoctor } from "@/components/failures/failure-doctor";
import { useLastLines } from "@/components/failures/use-last-lines";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { correctedJob } from "@/lib/failures/corrected-job";
import { diagnose } from "@/lib/failures/diagnose";
import { formatNumber } from "@/lib/format/numbers";
import { workspacePath } from "@/lib/routes";
import type { FileFailure, TransformJobDetail } from "@/lib/transform/job-view";
import { transformQueries } from "@/lib/transform/queries";

/** Why a job failed: the cause, and for each file what the container said and the line it must have meant. */
export function FailurePanel({ job }: { job: TransformJobDetail }) {
  const { id } = useWorkspace();
  const failures = useQuery(transformQueries.failures(id, job.name));
  const log = useLastLines({ of: "transform-jobs", name: job.name }, true);
  const diagnosis = diagnose({
    subject: "transform-job",
    hasFailed: true,
    reason: job.failureReason,
    lines: log.lines,
  });
  if (!diagnosis) return null;
  const corrected = correctedJob("transform", job, diagnosis.findings[0]);
  return (
    <FailureDoctor
      diagnosis={diagnosis}
      unrecognized={titleOf(job.failureReason)}
      reason={job.failureReason}
      isReadingLog={log.isReading}
      details={
        <>
          {failures.isPending ? (
            <p className="mt-2 text-sm">Looking for the record in the log and the input …</p>
          ) : null}
          {failures.data?.map((failure) => (
            <Failure key={failure.path} failure={failure} />
          ))}
        </>
      }
    >
      <ButtonLink size="sm" href={workspacePath(id, corrected.path)}>
        {corrected.label}
      </ButtonLink>
      <Link
        href={workspacePath(id, `/batch/${encodeURIComponent(job.name)}?tab=logs`)}
        className="font-medium text-accent-text underline"
      >
        All of the log
      </Link>
    </FailureDoctor>
  );
}

function Failure({ failure: { path, what, message, line } }: { failure: FileFailure }) {
  return (
    <div className="mt-3 flex flex-col gap-1.5 border-t border-border pt-3">
      <p className="font-mono text-sm break-all text-foreground">{path}</p>
      <p className="text-sm break-words">
        {what}
        {message ? <>: {message}</> : null}
      </p>
      {line ? (
        <>
          <p className="font-medium text-foreground">
            Line {formatNumber(line.number)}: {line.reason}
          </p>
          <pre className="max-h-32 overflow-auto rounded-control bg-inset p-2 font-mono text-xs whitespace-pre-wrap text-foreground">
            {line.text || "(empty)"}
          </pre>
          <p className="text-sm">Correct or remove the line, then clone the job over the corrected file.</p>
        </>
      ) : (
        <p className="text-sm">
          No line of the file stands out by itself: the container's words above are all there is.
        </p>
      )}
    </div>
  );
}

function titleOf(reason: string | null): string {
  if (reason?.includes("No S3 objects found")) return "There was nothing to read.";
  if (reason?.includes("respond to ping")) return "The container did not start.";
  if (reason?.startsWith("ClientError")) return "A record could not be processed.";
  return "The job failed.";
}
