import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { AlarmsPage } from "@/components/alarms/alarms-page";
import { PanelBoundary } from "@/components/panel-boundary";
import { TableSkeleton } from "@/components/ui/skeleton";
import { alarmQueries } from "@/lib/alarms/queries";
import { requireMember } from "@/lib/auth/session";
import { describeAlarms } from "@/lib/aws/cloudwatch/alarms";
import { requestQueryClient } from "@/lib/query-client";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Alarms" };

export default function Page({ params }: PageProps<"/[workspace]/alarms">) {
  return (
    <main>
      <PanelBoundary title="Alarms could not be loaded">
        <Suspense fallback={<TableSkeleton />}>
          <AlarmsSection params={params} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function AlarmsSection({ params }: Pick<PageProps<"/[workspace]/alarms">, "params">) {
  await connection();
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const queryClient = requestQueryClient();
  // A failure here is not the page's: the list asks again and shows it with a retry.
  await queryClient.prefetchQuery({ ...alarmQueries.list(workspace.id), queryFn: () => describeAlarms(workspace) });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AlarmsPage />
    </HydrationBoundary>
  );
}
