"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { trainingQueries } from "@/lib/training/queries";
import { FailurePanel } from "./failure-panel";
import { HyperparametersPanel } from "./hyperparameters-panel";
import { InputsPanel } from "./inputs-panel";
import { JobFacts } from "./job-facts";
import { MetricsPanel } from "./metrics-panel";
import { OutputPanel } from "./output-panel";
import { StagesPanel } from "./stages-panel";

/** SageMaker calls a job that ran out of time Stopped. */
const CUT_SHORT = /^Max(Runtime|WaitTime)Exceeded$/;

/** What a job did, what came out of it and how it was asked for. */
export function TrainingOverview({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: job } = useQuery(trainingQueries.detail(id, name));
  if (!job) return null;
  return (
    <div className="flex flex-col gap-4">
      {job.status === "Failed" || CUT_SHORT.test(job.secondaryStatus ?? "") ? <FailurePanel job={job} /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          <StagesPanel job={job} />
          <MetricsPanel job={job} />
        </div>
        <div className="flex flex-col gap-4">
          <OutputPanel job={job} />
          <JobFacts job={job} />
          <HyperparametersPanel job={job} />
          <InputsPanel job={job} />
        </div>
      </div>
    </div>
  );
}
