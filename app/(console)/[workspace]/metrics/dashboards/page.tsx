import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { DashboardList } from "@/components/dashboards/dashboard-list";
import { NewDashboard } from "@/components/dashboards/new-dashboard";
import { MetricsTabs } from "@/components/metrics/metrics-tabs";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { dashboardQueries } from "@/lib/dashboards/queries";
import { listDashboards } from "@/lib/dashboards/service";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

type Props = PageProps<"/[workspace]/metrics/dashboards">;

export const metadata: Metadata = { title: "Dashboards" };

export default function DashboardsPage(props: Props) {
  return (
    <main>
      <PageHead
        title="Metrics"
        summary="Charts that people of this workspace put together, shared by all of them."
        action={
          <Suspense fallback={null}>
            <NewDashboard />
          </Suspense>
        }
      />
      <Suspense fallback={null}>
        <MetricsTabs active="dashboards" />
      </Suspense>
      <PanelBoundary title="The dashboards could not be loaded">
        <Suspense fallback={<Skeleton className="h-56 rounded-panel" />}>
          <DashboardsSection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function DashboardsSection({ params }: Props) {
  await connection();
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const client = requestQueryClient();
  await client.prefetchQuery({ ...dashboardQueries.list(workspace.id), queryFn: () => listDashboards(workspace) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DashboardList />
    </HydrationBoundary>
  );
}
