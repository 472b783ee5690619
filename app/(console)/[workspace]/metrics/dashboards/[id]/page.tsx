import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import { DashboardPage } from "@/components/dashboards/dashboard-page";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { dashboardQueries } from "@/lib/dashboards/queries";
import { readDashboard } from "@/lib/dashboards/service";
import { AppError } from "@/lib/errors";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

type Props = PageProps<"/[workspace]/metrics/dashboards/[id]">;

export const metadata: Metadata = { title: "Dashboard" };

export default function OneDashboardPage(props: Props) {
  return (
    <main>
      <Suspense fallback={<Skeleton className="h-56 rounded-panel" />}>
        <DashboardSection {...props} />
      </Suspense>
    </main>
  );
}

async function DashboardSection({ params }: Props) {
  await connection();
  await requireMember("endpoint:read");
  const { workspace: workspaceId, id } = await params;
  const workspace = await requireWorkspace(workspaceId);
  const client = requestQueryClient();
  const query = dashboardQueries.detail(workspace.id, id);
  await client.prefetchQuery({ ...query, queryFn: () => readDashboard(workspace, id) });
  const { error } = client.getQueryState(query.queryKey) ?? {};
  if (error instanceof AppError && error.code === "not-found") notFound();
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DashboardPage id={id} />
    </HydrationBoundary>
  );
}
