import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import { LogsPanel } from "@/components/logs/logs-panel";
import { PanelBoundary } from "@/components/panel-boundary";
import { TrainingCode } from "@/components/training/training-code";
import { TrainingFrame } from "@/components/training/training-frame";
import { TrainingOverview } from "@/components/training/training-overview";
import { TrainingPageSkeleton } from "@/components/training/training-page-skeleton";
import { requireMember } from "@/lib/auth/session";
import { trainingExport } from "@/lib/code-export/program/training-export";
import { AppError } from "@/lib/errors";
import { requestQueryClient } from "@/lib/query-client";
import { TrainingJobName } from "@/lib/training/list-schema";
import { trainingQueries } from "@/lib/training/queries";
import { readTrainingJob, readTrainingRequest } from "@/lib/training/service";
import { toTrainingTab } from "@/lib/training/tabs";
import { workspaceBucket } from "@/lib/uploads/service";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

type Props = PageProps<"/[workspace]/training/[name]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default function TrainingJobPage(props: Props) {
  return (
    <main>
      <Suspense fallback={<TrainingPageSkeleton />}>
        <JobSection {...props} />
      </Suspense>
    </main>
  );
}

async function JobSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("training:read");
  const { workspace: workspaceId, name: encodedName } = await params;
  const workspace = await requireWorkspace(workspaceId);
  const name = decodeURIComponent(encodedName);
  if (!TrainingJobName.safeParse(name).success) notFound(); // nothing can have such a name
  const tab = toTrainingTab((await searchParams).tab);

  const queryClient = requestQueryClient();
  const query = trainingQueries.detail(workspace.id, name);
  await queryClient.prefetchQuery({ ...query, queryFn: () => readTrainingJob(workspace, name) });
  // Any other failure is shown by the frame, which asks again.
  const { error } = queryClient.getQueryState(query.queryKey) ?? {};
  if (error instanceof AppError && error.code === "not-found") notFound();
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <TrainingFrame name={name} tab={tab}>
        {tab === "logs" ? <LogsPanel source={{ of: "training-jobs", name }} /> : null}
        {tab === "code" ? (
          <PanelBoundary title="The code could not be written">
            <JobCode name={name} workspace={workspace} />
          </PanelBoundary>
        ) : null}
        {tab === "overview" ? <TrainingOverview name={name} /> : null}
      </TrainingFrame>
    </HydrationBoundary>
  );
}

async function JobCode({ name, workspace }: { name: string; workspace: Workspace }) {
  const [request, bucket] = await Promise.all([readTrainingRequest(workspace, name), workspaceBucket(workspace)]);
  return (
    <TrainingCode
      wanted={trainingExport(request, { region: workspace.region, bucket })}
      isEmulator={workspace.isEmulator}
      note="A job's name can be used once: give it another to run it again."
    />
  );
}
