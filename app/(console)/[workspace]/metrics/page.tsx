import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { DashboardSkeleton } from "@/components/metrics/dashboard-skeleton";
import { FleetMetrics } from "@/components/metrics/fleet-metrics";
import { MetricsTabs } from "@/components/metrics/metrics-tabs";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Metrics" };

export default function MetricsPage(props: PageProps<"/[workspace]/metrics">) {
  return (
    <main>
      <PageHead title="Metrics" summary="All endpoints that answer, side by side, as CloudWatch has them." />
      <Suspense fallback={null}>
        <MetricsTabs active="fleet" />
      </Suspense>
      <PanelBoundary title="Metrics could not be loaded">
        <Suspense fallback={<DashboardSkeleton />}>
          <MetricsSection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function MetricsSection({ params }: PageProps<"/[workspace]/metrics">) {
  await connection();
  await requireMember("endpoint:read");
  await requireWorkspace((await params).workspace);
  return <FleetMetrics />;
}
