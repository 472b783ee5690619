import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PlaygroundPage } from "@/components/playground/playground-page";
import { PlaygroundSkeleton } from "@/components/playground/playground-skeleton";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";
import { listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import { endpointQueries } from "@/lib/endpoints/queries";
import { readEndpoint } from "@/lib/endpoints/service";
import { snippetTarget } from "@/lib/endpoints/snippet-target";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Playground" };

type Props = PageProps<"/[workspace]/playground">;

export default function PlaygroundRoute(props: Props) {
  return (
    <main>
      <PageHead title="Playground" summary="Try a running model: type, run, read the answer." />
      <Suspense fallback={<PlaygroundSkeleton />}>
        <PlaygroundSection {...props} />
      </Suspense>
    </main>
  );
}

async function PlaygroundSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const input = { status: "InService", limit: 100 } as const;
  const queryClient = requestQueryClient();
  const { endpoint } = await searchParams;
  await Promise.all([
    queryClient.prefetchQuery({
      ...endpointQueries.list(workspace.id, input),
      queryFn: () => listEndpoints(workspace, input),
    }),
    typeof endpoint === "string"
      ? queryClient.prefetchQuery({
          ...endpointQueries.detail(workspace.id, endpoint),
          queryFn: () => readEndpoint(workspace, endpoint),
        })
      : null,
  ]);
  const { region, endpointUrl } = snippetTarget(workspace, "");
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PlaygroundPage target={{ region, endpointUrl }} />
    </HydrationBoundary>
  );
}
