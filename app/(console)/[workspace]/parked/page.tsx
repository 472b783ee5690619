import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { EndpointsTabs } from "@/components/endpoints/endpoints-tabs";
import { ParkedList } from "@/components/parking/parked-list";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { listParked } from "@/lib/parking/parked-store";
import { parkingQueries } from "@/lib/parking/queries";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

type Props = PageProps<"/[workspace]/parked">;

export const metadata: Metadata = { title: "Parked endpoints" };

export default function ParkedPage(props: Props) {
  return (
    <main>
      <PageHead
        title="Parked endpoints"
        summary="Deleted for now, so that they cost nothing; each is made again as it was, under its name."
      />
      <Suspense fallback={<Skeleton className="h-56 rounded-panel" />}>
        <ParkedSection {...props} />
      </Suspense>
    </main>
  );
}

async function ParkedSection({ params }: Props) {
  await connection();
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const client = requestQueryClient();
  await client.prefetchQuery({ ...parkingQueries.list(workspace.id), queryFn: () => listParked(workspace.id) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <EndpointsTabs active="parked" />
      <ParkedList />
    </HydrationBoundary>
  );
}
