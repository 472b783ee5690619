import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { createLoader } from "nuqs/server";
import { Suspense } from "react";

import { NewTransformLink } from "@/components/batch/transform-link";
import { TransformTable } from "@/components/batch/transform-table";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { listTransformJobs } from "@/lib/aws/sagemaker/transform-jobs";
import { requestQueryClient } from "@/lib/query-client";
import { transformQueries } from "@/lib/transform/queries";
import { toListInput, transformListParams } from "@/lib/transform/search-params";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Batch" };

const loadParams = createLoader(transformListParams);

type Props = PageProps<"/[workspace]/batch">;

export default function BatchPage(props: Props) {
  return (
    <main>
      <PageHead
        title="Batch"
        summary="Models over whole files: one answer for each record, nothing left running."
        action={<NewTransformLink />}
      />
      <Suspense fallback={<TableSkeleton />}>
        <JobsSection {...props} />
      </Suspense>
    </main>
  );
}

async function JobsSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("transform:read");
  const workspace = await requireWorkspace((await params).workspace);
  const input = toListInput(await loadParams(searchParams));
  const queryClient = requestQueryClient();
  // A failure here is not the page's: the table asks again and shows it with a retry.
  await queryClient.prefetchQuery({
    ...transformQueries.list(workspace.id, input),
    queryFn: () => listTransformJobs(workspace, input),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <TransformTable />
    </HydrationBoundary>
  );
}
