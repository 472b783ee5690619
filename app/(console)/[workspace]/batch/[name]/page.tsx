import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import { ResultsPanel } from "@/components/batch/results-panel";
import { TransformFrame } from "@/components/batch/transform-frame";
import { TransformOverview } from "@/components/batch/transform-overview";
import { LogsPanel } from "@/components/logs/logs-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { ResourceName } from "@/lib/fields/aws-fields";
import { requestQueryClient } from "@/lib/query-client";
import { transformQueries } from "@/lib/transform/queries";
import { readTransformJob } from "@/lib/transform/service";
import { toTransformTab } from "@/lib/transform/tabs";
import { requireWorkspace } from "@/lib/workspaces/service";

type Props = PageProps<"/[workspace]/batch/[name]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default function TransformJobPage(props: Props) {
  return (
    <main>
      <Suspense fallback={<Skeleton className="h-56 rounded-panel" />}>
        <JobSection {...props} />
      </Suspense>
    </main>
  );
}

async function JobSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("transform:read");
  const { workspace: workspaceId, name: encodedName } = await params;
  const workspace = await requireWorkspace(workspaceId);
  const name = decodeURIComponent(encodedName);
  if (!ResourceName.safeParse(name).success) notFound(); // nothing can have such a name
  const tab = toTransformTab((await searchParams).tab);

  const queryClient = requestQueryClient();
  const query = transformQueries.detail(workspace.id, name);
  await queryClient.prefetchQuery({ ...query, queryFn: () => readTransformJob(workspace, name) });
  // Any other failure is shown by the frame, which asks again.
  const { error } = queryClient.getQueryState(query.queryKey) ?? {};
  if (error instanceof AppError && error.code === "not-found") notFound();
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <TransformFrame name={name} tab={tab}>
        {tab === "logs" ? <LogsPanel source={{ of: "transform-jobs", name }} /> : null}
        {tab === "results" ? <ResultsPanel name={name} /> : null}
        {tab === "overview" ? <TransformOverview name={name} /> : null}
      </TransformFrame>
    </HydrationBoundary>
  );
}
