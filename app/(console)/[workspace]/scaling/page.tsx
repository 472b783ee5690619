import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { ScalingReview } from "@/components/scaling/scaling-review";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { requestQueryClient } from "@/lib/query-client";
import { scalingQueries } from "@/lib/scaling/queries";
import { readReviewPart } from "@/lib/scaling/review-service";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Scaling" };

export default function ScalingPage(props: PageProps<"/[workspace]/scaling">) {
  return (
    <main>
      <PageHead title="Scaling" summary="Everything that scales by itself, by which rules, and what needs a look." />
      <PanelBoundary title="Scaling could not be loaded">
        <Suspense fallback={<TableSkeleton />}>
          <ScalingSection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function ScalingSection({ params }: PageProps<"/[workspace]/scaling">) {
  await connection(); // live AWS state: always request time
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const queryClient = requestQueryClient();
  // The first rows come with the page. A failure here is not the page's: the review asks again and shows it with a retry.
  await queryClient.prefetchInfiniteQuery({
    ...scalingQueries.list(workspace.id, "targets"),
    queryFn: () => readReviewPart(workspace, "targets", null),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ScalingReview />
    </HydrationBoundary>
  );
}
