"use client";

import type { ReactNode } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";
import { TRAINING_TABS, type TrainingTab } from "@/lib/training/tabs";

import { TrainingGone } from "./training-gone";
import { TrainingHead } from "./training-head";
import { TrainingPageSkeleton } from "./training-page-skeleton";
import { useTrainingJob } from "./use-training-job";

/** Head and tabs of a job's page around the tab that is open; follows the job until it ends. */
export function TrainingFrame({ name, tab, children }: { name: string; tab: TrainingTab; children: ReactNode }) {
  const { id } = useWorkspace();
  const job = useTrainingJob(name);
  if (job.isGone) return <TrainingGone />;
  if (job.isPending) return <TrainingPageSkeleton />;
  if (!job.data) {
    return (
      <>
        <PageHead title={name} />
        <ErrorPanel
          title="The training job could not be loaded"
          problem={problemIn(job.error)}
          onRetry={() => void job.refetch()}
        />
      </>
    );
  }
  return (
    <>
      <TrainingHead job={job.data} />
      <TabLinks
        label="Parts of the training job"
        active={tab}
        tabs={TRAINING_TABS.map(({ id: tabId, label }) => ({
          id: tabId,
          label,
          href: workspacePath(
            id,
            `/training/${encodeURIComponent(name)}${tabId === "overview" ? "" : `?tab=${tabId}`}`,
          ),
        }))}
      />
      <div className="pt-5">{children}</div>
    </>
  );
}
