import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { WorkspacesView } from "@/components/settings/workspaces-view";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { requestQueryClient } from "@/lib/query-client";
import { workspaceQueries } from "@/lib/workspaces/queries";
import { listWorkspaces } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Workspaces" };

export default function WorkspacesPage() {
  return (
    <PanelBoundary title="Workspaces could not be loaded">
      <Suspense fallback={<Skeleton className="h-56 w-full" />}>
        <WorkspacesSection />
      </Suspense>
    </PanelBoundary>
  );
}

async function WorkspacesSection() {
  await connection();
  await requireMember("workspace:read");
  const queryClient = requestQueryClient();
  void queryClient.prefetchQuery({ ...workspaceQueries.list(), queryFn: listWorkspaces });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <WorkspacesView />
    </HydrationBoundary>
  );
}
