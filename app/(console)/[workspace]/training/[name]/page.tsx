import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import { LogsPanel } from "@/components/logs/logs-panel";
import { TrainingFrame } from "@/components/training/training-frame";
import { TrainingOverview } from "@/components/training/training-overview";
import { TrainingPageSkeleton } from "@/components/training/training-page-skeleton";
import { requireMember } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { requestQueryClient } from "@/lib/query-client";
import { TrainingJobName } from "@/lib/training/list-schema";
import { trainingQueries } from "@/lib/training/queries";
import { readTrainingJob } from "@/lib/training/service";
import { toTrainingTab } from "@/lib/training/tabs";
import { requireWorkspace } from "@/lib/workspaces/service";

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
        {tab === "logs" ? <LogsPanel source={{ of: "training-jobs", name }} /> : <TrainingOverview name={name} />}
      </TrainingFrame>
    </HydrationBoundary>
  );
}
