import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { DeployLink } from "@/components/overview/deploy-link";
import { LatestActivity } from "@/components/overview/latest-activity";
import { Overview } from "@/components/overview/overview";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { activityQueries } from "@/lib/audit/queries";
import { listActivity } from "@/lib/audit/service";
import { requireMember } from "@/lib/auth/session";
import { overviewQueries } from "@/lib/overview/queries";
import { readOverview } from "@/lib/overview/service";
import { makeQueryClient, requestQueryClient, streamed } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Overview" };

type Params = { params: PageProps<"/[workspace]">["params"] };

export default function OverviewPage({ params }: PageProps<"/[workspace]">) {
  return (
    <main>
      <PageHead title="Overview" action={<DeployLink />} />
      <div className="flex flex-col gap-4">
        <PanelBoundary title="The endpoints could not be read">
          <Suspense fallback={<OverviewSkeleton />}>
            <OverviewSection params={params} />
          </Suspense>
        </PanelBoundary>
        <PanelBoundary title="The latest activity could not be read">
          <Suspense fallback={<TableSkeleton rows={4} />}>
            <ActivitySection params={params} />
          </Suspense>
        </PanelBoundary>
      </div>
    </main>
  );
}

async function OverviewSection({ params }: Params) {
  await connection(); // live AWS state: always request time
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const queryClient = makeQueryClient(); // its own: when AWS fails, the activity beside it still stands
  void queryClient.prefetchQuery({
    ...overviewQueries.overview(workspace.id),
    queryFn: streamed(() => readOverview(workspace)),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Overview />
    </HydrationBoundary>
  );
}

async function ActivitySection({ params }: Params) {
  await connection();
  await requireMember("activity:read");
  const { id } = await requireWorkspace((await params).workspace);
  const queryClient = requestQueryClient();
  void queryClient.prefetchInfiniteQuery({
    ...activityQueries.list(id, {}),
    queryFn: () => listActivity(id, {}),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <LatestActivity />
    </HydrationBoundary>
  );
}
