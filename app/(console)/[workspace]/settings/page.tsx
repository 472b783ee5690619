import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { MembersView } from "@/components/settings/members-view";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { memberQueries } from "@/lib/members/queries";
import { listMembers } from "@/lib/members/service";
import { requestQueryClient } from "@/lib/query-client";

export const metadata: Metadata = { title: "Members" };

export default function MembersPage() {
  return (
    <PanelBoundary title="Members could not be loaded">
      <Suspense fallback={<TableSkeleton rows={4} />}>
        <MembersSection />
      </Suspense>
    </PanelBoundary>
  );
}

async function MembersSection() {
  await connection();
  await requireMember("settings:read");
  const queryClient = requestQueryClient();
  void queryClient.prefetchQuery({ ...memberQueries.list(), queryFn: listMembers });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MembersView />
    </HydrationBoundary>
  );
}
