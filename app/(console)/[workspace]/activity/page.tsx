import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { createLoader } from "nuqs/server";
import { Suspense } from "react";

import { ActivityView } from "@/components/activity/activity-view";
import { activityParams } from "@/components/activity/search-params";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { activityQueries } from "@/lib/audit/queries";
import { activityFacets, listActivity } from "@/lib/audit/service";
import { requireMember } from "@/lib/auth/session";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Activity" };

const loadFilters = createLoader(activityParams);

export default function ActivityPage(props: PageProps<"/[workspace]/activity">) {
  return (
    <main>
      <PageHead title="Activity" summary="Every change made through this console, with AWS's request ids." />
      <PanelBoundary title="Activity could not be loaded">
        <Suspense fallback={<TableSkeleton />}>
          <ActivitySection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function ActivitySection({ params, searchParams }: PageProps<"/[workspace]/activity">) {
  await connection();
  await requireMember("activity:read");
  const { id } = await requireWorkspace((await params).workspace);
  const filters = await loadFilters(searchParams);
  const queryClient = requestQueryClient();
  // Awaited: the view reads without suspending, so what the server drew and what the browser finds must be the same.
  await Promise.all([
    queryClient.prefetchInfiniteQuery({
      ...activityQueries.list(id, filters),
      queryFn: () => listActivity(id, filters),
    }),
    queryClient.prefetchQuery({ ...activityQueries.facets(id), queryFn: () => activityFacets(id) }),
  ]);

  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ActivityView />
    </HydrationBoundary>
  );
}
