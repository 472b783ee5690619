import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import { ChartAlarm } from "@/components/alarms/chart-alarm";
import { EndpointAlarms } from "@/components/alarms/endpoint-alarms";
import { EndpointCode } from "@/components/endpoints/endpoint-code";
import { EndpointFrame } from "@/components/endpoints/endpoint-frame";
import { EndpointOverview } from "@/components/endpoints/endpoint-overview";
import { EndpointPageSkeleton } from "@/components/endpoints/endpoint-page-skeleton";
import { ComponentsTab } from "@/components/inference-components/components-tab";
import { HostedLogs } from "@/components/logs/hosted-logs";
import { LogsPanel } from "@/components/logs/logs-panel";
import { EndpointMetrics } from "@/components/metrics/endpoint-metrics";
import { HostedMetrics } from "@/components/metrics/hosted-metrics";
import { Playground } from "@/components/playground/playground";
import { EndpointScaling } from "@/components/scaling/endpoint-scaling";
import { TrafficPanel } from "@/components/traffic/traffic-panel";
import { ChangesTab } from "@/components/updates/changes-tab";
import { LastVerdict } from "@/components/updates/last-verdict";
import { RolloutPanel } from "@/components/updates/rollout-panel";
import { requireMember } from "@/lib/auth/session";
import { endpointQueries } from "@/lib/endpoints/queries";
import { ResourceName } from "@/lib/endpoints/schema";
import { readEndpoint } from "@/lib/endpoints/service";
import { snippetTarget } from "@/lib/endpoints/snippet-target";
import { type EndpointTab, toEndpointTab } from "@/lib/endpoints/tabs";
import { AppError } from "@/lib/errors";
import type { SnippetTarget } from "@/lib/inference/snippets";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

type Props = PageProps<"/[workspace]/endpoints/[name]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default function EndpointPage(props: Props) {
  return (
    <main>
      <Suspense fallback={<EndpointPageSkeleton />}>
        <EndpointSection {...props} />
      </Suspense>
    </main>
  );
}

async function EndpointSection({ params, searchParams }: Props) {
  await connection(); // live AWS state: always request time
  await requireMember("endpoint:read");
  const { workspace: workspaceId, name: encodedName } = await params;
  const workspace = await requireWorkspace(workspaceId);
  const name = decodeURIComponent(encodedName);
  if (!ResourceName.safeParse(name).success) notFound(); // nothing can have such a name
  const tab = toEndpointTab((await searchParams).tab);

  const queryClient = requestQueryClient();
  const query = endpointQueries.detail(workspace.id, name);
  await queryClient.prefetchQuery({ ...query, queryFn: () => readEndpoint(workspace, name) });
  // Any other failure is shown by the frame, which asks again.
  const { error } = queryClient.getQueryState(query.queryKey) ?? {};
  if (error instanceof AppError && error.code === "not-found") notFound();
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <EndpointFrame name={name} tab={tab}>
        <OpenTab tab={tab} name={name} target={snippetTarget(workspace, name)} />
      </EndpointFrame>
    </HydrationBoundary>
  );
}

function OpenTab({ tab, name, target }: { tab: EndpointTab; name: string; target: SnippetTarget }) {
  switch (tab) {
    case "components":
      return <ComponentsTab name={name} />;
    case "playground":
      return <Playground target={target} />;
    case "metrics":
      return (
        <>
          <HostedMetrics name={name} endpoint={<EndpointMetrics name={name} />} />
          <ChartAlarm endpoint={name} />
        </>
      );
    case "scaling":
      return <EndpointScaling name={name} />;
    case "logs":
      return <HostedLogs name={name} endpoint={<LogsPanel source={{ of: "endpoints", name }} />} />;
    case "code":
      return <EndpointCode name={name} />;
    case "changes":
      return <ChangesTab name={name} />;
    case "overview":
      return (
        <div className="flex flex-col gap-4">
          <RolloutPanel name={name} />
          <LastVerdict name={name} />
          <TrafficPanel name={name} />
          <EndpointOverview name={name} target={target} alarms={<EndpointAlarms name={name} />} />
        </div>
      );
  }
}
