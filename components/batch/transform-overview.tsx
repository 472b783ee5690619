"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { transformQueries } from "@/lib/transform/queries";

import { FailurePanel } from "./failure-panel";
import { FilesPanel } from "./files-panel";
import { ProgressPanel } from "./progress-panel";
import { TransformFacts } from "./transform-facts";
import { UtilisationPanel } from "./utilisation-panel";

/** How far a job is, why it failed, its files, and how it was asked for. */
export function TransformOverview({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: job } = useQuery(transformQueries.detail(id, name));
  if (!job) return null;
  return (
    <div className="flex flex-col gap-4">
      {job.status === "Failed" ? <FailurePanel job={job} /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          <ProgressPanel job={job} />
          <FilesPanel job={job} />
        </div>
        <div className="flex flex-col gap-4">
          <TransformFacts job={job} />
          <UtilisationPanel job={job} />
        </div>
      </div>
    </div>
  );
}
