import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { UpdateForm } from "@/components/updates/update-form";
import { requireMember } from "@/lib/auth/session";
import { ResourceName } from "@/lib/endpoints/schema";
import { requestQueryClient, streamed } from "@/lib/query-client";
import { updateQueries } from "@/lib/updates/queries";
import { readUpdateStart } from "@/lib/updates/service";
import { requireWorkspace } from "@/lib/workspaces/service";

type Props = PageProps<"/[workspace]/endpoints/[name]/update">;

export const metadata: Metadata = { title: "Update" };

export default function UpdatePage({ params }: Props) {
  return (
    <main>
      <PageHead title="Update" summary="Changes what an endpoint runs. It starts at what runs now." />
      <PanelBoundary title="What runs could not be read">
        <Suspense fallback={<Skeleton className="h-96 max-w-3xl rounded-panel" />}>
          <FormSection params={params} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function FormSection({ params }: Pick<Props, "params">) {
  await connection();
  await requireMember("endpoint:read");
  const { workspace: workspaceId, name: encodedName } = await params;
  const workspace = await requireWorkspace(workspaceId);
  const name = decodeURIComponent(encodedName);
  if (!ResourceName.safeParse(name).success) notFound();
  const queryClient = requestQueryClient();
  void queryClient.prefetchQuery({
    ...updateQueries.start(workspace.id, name),
    queryFn: streamed(() => readUpdateStart(workspace, name)),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <UpdateForm name={name} />
    </HydrationBoundary>
  );
}
