import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { HubTokenView } from "@/components/settings/hub-token-view";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { requestQueryClient } from "@/lib/query-client";
import { hubTokenStatus } from "@/lib/settings/hub-token";
import { settingsQueries } from "@/lib/settings/queries";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Hub token" };

type Props = PageProps<"/[workspace]/settings/hub-token">;

export default function HubTokenPage({ params }: Props) {
  return (
    <PanelBoundary title="The Hub token could not be read">
      <Suspense fallback={<Skeleton className="h-72 w-full max-w-180" />}>
        <HubTokenSection params={params} />
      </Suspense>
    </PanelBoundary>
  );
}

async function HubTokenSection({ params }: Pick<Props, "params">) {
  await connection();
  await requireMember("settings:read");
  const { id } = await requireWorkspace((await params).workspace);
  const queryClient = requestQueryClient();
  void queryClient.prefetchQuery({ ...settingsQueries.hubToken(id), queryFn: () => hubTokenStatus(id) });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <HubTokenView />
    </HydrationBoundary>
  );
}
