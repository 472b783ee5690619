import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { DeployedAlarms } from "@/components/alarms/deployed-alarms";
import { DeployProgress } from "@/components/deploy/deploy-progress";
import { HostingProgress } from "@/components/deploy/hosting/hosting-progress";
import { OperationProgress } from "@/components/operations/operation-progress";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { UpdateProgress } from "@/components/updates/update-progress";
import { requireMember } from "@/lib/auth/session";
import { operationQueries } from "@/lib/operations/queries";
import { getOperation } from "@/lib/operations/service";
import { requestQueryClient, streamed } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Progress" };

type Props = PageProps<"/[workspace]/operations/[operation]">;

export default function OperationPage({ params }: Props) {
  return (
    <main>
      <PageHead title="Progress" summary="You can leave this page: the work goes on." />
      <PanelBoundary title="The operation could not be loaded">
        <Suspense fallback={<Skeleton className="h-80 max-w-3xl rounded-panel" />}>
          <ProgressSection params={params} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function ProgressSection({ params }: Pick<Props, "params">) {
  await connection();
  await requireMember("endpoint:read");
  const { workspace: workspaceId, operation: id } = await params;
  const workspace = await requireWorkspace(workspaceId);
  const queryClient = requestQueryClient();
  void queryClient.prefetchQuery({
    ...operationQueries.detail(workspace.id, id),
    queryFn: streamed(() => getOperation(workspace, id)),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OperationProgress
        id={id}
        kinds={{
          deploy: <DeployProgress id={id} after={<DeployedAlarms operation={id} />} />,
          "host-components": <HostingProgress id={id} />,
          "update-endpoint": <UpdateProgress id={id} />,
        }}
      />
    </HydrationBoundary>
  );
}
