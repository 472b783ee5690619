"use client";

import type { ReactNode } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { TabLinks } from "@/components/ui/tab-links";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";
import { TRANSFORM_TABS, type TransformTab } from "@/lib/transform/tabs";

import { TransformGone } from "./transform-gone";
import { TransformHead } from "./transform-head";
import { useTransformJob } from "./use-transform-job";

/** Head and tabs of a job's page around the tab that is open; follows the job until it ends. */
export function TransformFrame({ name, tab, children }: { name: string; tab: TransformTab; children: ReactNode }) {
  const { id } = useWorkspace();
  const job = useTransformJob(name);
  if (job.isGone) return <TransformGone />;
  if (job.isPending) return <Skeleton className="h-56 rounded-panel" />;
  if (!job.data) {
    return (
      <>
        <PageHead title={name} />
        <ErrorPanel
          title="The transform job could not be loaded"
          problem={problemIn(job.error)}
          onRetry={() => void job.refetch()}
        />
      </>
    );
  }
  const path = (tabId: string) => `/batch/${encodeURIComponent(name)}${tabId === "overview" ? "" : `?tab=${tabId}`}`;
  return (
    <>
      <TransformHead job={job.data} />
      <TabLinks
        label="Parts of the transform job"
        active={tab}
        tabs={TRANSFORM_TABS.map((each) => ({ ...each, href: workspacePath(id, path(each.id) as `/${string}`) }))}
      />
      <div className="pt-5">{children}</div>
    </>
  );
}
