import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { createLoader } from "nuqs/server";
import { Suspense } from "react";

import { DeployLink } from "@/components/endpoints/deploy-link";
import { EndpointsTable } from "@/components/endpoints/endpoints-table";
import { EndpointsTabs } from "@/components/endpoints/endpoints-tabs";
import { ExpiringEndpoints } from "@/components/endpoints/expiring-endpoints";
import { RunningOperations } from "@/components/operations/running-operations";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import { endpointQueries } from "@/lib/endpoints/queries";
import { endpointListParams, toListInput } from "@/lib/endpoints/search-params";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Endpoints" };

const loadParams = createLoader(endpointListParams);

type Props = PageProps<"/[workspace]/endpoints">;

export default function EndpointsPage(props: Props) {
  return (
    <main>
      <PageHead title="Endpoints" summary="Models that answer requests now." action={<DeployLink />} />
      <Suspense fallback={null}>
        <EndpointsTabs active="running" />
      </Suspense>
      <div className="flex flex-col gap-5">
        <RunningOperations />
        <ExpiringEndpoints />
        <div className="min-w-0">
          <Suspense fallback={<TableSkeleton />}>
            <EndpointsSection {...props} />
          </Suspense>
        </div>
      </div>
    </main>
  );
}

async function EndpointsSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const input = toListInput(await loadParams(searchParams));
  const queryClient = requestQueryClient();
  // A failure here is not the page's: the table asks again and shows it with a retry.
  await queryClient.prefetchQuery({
    ...endpointQueries.list(workspace.id, input),
    queryFn: () => listEndpoints(workspace, input),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <EndpointsTable />
    </HydrationBoundary>
  );
}
