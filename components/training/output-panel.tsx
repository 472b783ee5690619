"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { HelpMark } from "@/components/ui/help-mark";
import { Panel } from "@/components/ui/panel";
import { Truncate } from "@/components/ui/truncate";
import { formatDuration } from "@/lib/format/duration";
import { formatPercent } from "@/lib/format/numbers";
import { deployTrainedLink } from "@/lib/training/deploy-link";
import { isUnderWay, spotSaving, type TrainingJobDetail } from "@/lib/training/job-view";

import { ArtifactFiles } from "./artifact-files";
import { JobCostLine } from "./job-cost-line";
import { LookIntoS3 } from "./look-into-s3";
import { S3Link } from "./s3-link";

/** What came out and what it took. */
export function OutputPanel({ job }: { job: TrainingJobDetail }) {
  const { region } = useWorkspace();
  const { note, isRisky } = deployTrainedLink(job, region);
  const saving = spotSaving(job);
  return (
    <Panel title="Result">
      <DescriptionList
        items={[
          {
            term: "Model",
            value: job.artifactUri ? (
              <div className="flex min-w-0 flex-col gap-2">
                <S3Link uri={job.artifactUri} label="model" />
                {isUnderWay(job.status) ? null : <ArtifactFiles job={job.name} />}
              </div>
            ) : (
              <NoModel job={job} />
            ),
          },
          {
            term: "Training time",
            value: job.trainingSeconds === null ? null : <Seconds value={job.trainingSeconds} job={job} />,
          },
          {
            term: (
              <>
                Billable time{" "}
                <HelpMark label="billable time">
                  What AWS charges for, per instance. Spot capacity counts for less.
                </HelpMark>
              </>
            ),
            value: job.billableSeconds === null ? null : <Seconds value={job.billableSeconds} job={job} />,
          },
          { term: isUnderWay(job.status) ? "Cost so far" : "Cost", value: <JobCostLine job={job} /> },
          ...(job.isSpot
            ? [
                {
                  term: "Spot saving",
                  value: saving === null ? null : `${formatPercent(saving)} of the on-demand price`,
                },
              ]
            : []),
          {
            term: "Checkpoints",
            value: job.checkpoint ? (
              <div className="flex min-w-0 flex-wrap items-center gap-2">
                <S3Link uri={job.checkpoint.s3Uri} label="checkpoints" />
                <LookIntoS3 uri={job.checkpoint.s3Uri} what="the checkpoints" />
              </div>
            ) : (
              "none kept"
            ),
          },
          {
            term: "Output goes to",
            value: job.outputUri ? (
              <div className="flex min-w-0 flex-wrap items-center gap-2">
                <Truncate text={job.outputUri} copyLabel="Copy output address" />
                <LookIntoS3 uri={outputFolder(job.outputUri, job.name)} what="the output" />
              </div>
            ) : null,
          },
        ]}
      />
      {note ? (
        <Callout tone={isRisky ? "warning" : "info"} className="mt-4" title="Before you deploy it">
          {note}
        </Callout>
      ) : null}
    </Panel>
  );
}

/** Where SageMaker puts what a job leaves: model.tar.gz, and output.tar.gz when the script wrote to /opt/ml/output/data. */
function outputFolder(outputUri: string, name: string): string {
  return `${outputUri.replace(/\/$/, "")}/${name}/output/`;
}

function Seconds({ value, job }: { value: number; job: TrainingJobDetail }) {
  const count = job.instanceCount ?? 1;
  return (
    <span className="tabular-nums">
      {value} s{value >= 60 ? ` (${formatDuration(value * 1000)})` : null}
      {count > 1 ? ` on each of ${count} instances` : null}
    </span>
  );
}

function NoModel({ job }: { job: TrainingJobDetail }) {
  if (job.status === "Failed") return <>None: a job that fails uploads no model.</>;
  return <span className="text-muted">Uploaded when the script has ended</span>;
}
