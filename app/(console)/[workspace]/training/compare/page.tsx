import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { createLoader } from "nuqs/server";
import { Suspense } from "react";

import { CompareJobs } from "@/components/training/compare/compare-jobs";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { requestQueryClient } from "@/lib/query-client";
import { readComparedJobs } from "@/lib/training/compare/jobs";
import { comparisonParams } from "@/lib/training/compare/search-params";
import { readTrainingComparison } from "@/lib/training/compare/service";
import { trainingQueries } from "@/lib/training/queries";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Compare training jobs" };

const loadParams = createLoader(comparisonParams);

type Props = PageProps<"/[workspace]/training/compare">;

export default function CompareTrainingJobsPage(props: Props) {
  return (
    <main>
      <PageHead title="Compare training jobs" summary="What differs between jobs, and what came of it." />
      <Suspense fallback={<Skeleton className="h-96 rounded-panel" />}>
        <ComparisonSection {...props} />
      </Suspense>
    </main>
  );
}

async function ComparisonSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("training:read");
  const workspace = await requireWorkspace((await params).workspace);
  const names = readComparedJobs((await loadParams(searchParams)).jobs);
  const queryClient = requestQueryClient();
  if (names.length > 1) {
    // A failure here is not the page's: the comparison asks again and shows it with a retry.
    await queryClient.prefetchQuery({
      ...trainingQueries.comparison(workspace.id, names),
      queryFn: () => readTrainingComparison(workspace, names),
    });
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CompareJobs />
    </HydrationBoundary>
  );
}
