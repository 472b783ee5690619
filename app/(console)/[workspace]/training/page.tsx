import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { createLoader } from "nuqs/server";
import { Suspense } from "react";

import { NewTrainingLink } from "@/components/training/training-link";
import { TrainingTable } from "@/components/training/training-table";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { listTrainingJobs } from "@/lib/aws/sagemaker/training-jobs";
import { requestQueryClient } from "@/lib/query-client";
import { trainingQueries } from "@/lib/training/queries";
import { toListInput, trainingListParams } from "@/lib/training/search-params";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Training" };

const loadParams = createLoader(trainingListParams);

type Props = PageProps<"/[workspace]/training">;

export default function TrainingPage(props: Props) {
  return (
    <main>
      <PageHead title="Training" summary="Scripts that make models." action={<NewTrainingLink />} />
      <Suspense fallback={<TableSkeleton />}>
        <JobsSection {...props} />
      </Suspense>
    </main>
  );
}

async function JobsSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("training:read");
  const workspace = await requireWorkspace((await params).workspace);
  const input = toListInput(await loadParams(searchParams));
  const queryClient = requestQueryClient();
  // A failure here is not the page's: the table asks again and shows it with a retry.
  await queryClient.prefetchQuery({
    ...trainingQueries.list(workspace.id, input),
    queryFn: () => listTrainingJobs(workspace, input),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <TrainingTable />
    </HydrationBoundary>
  );
}
