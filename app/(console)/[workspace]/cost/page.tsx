import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { Costs } from "@/components/costs/costs";
import { CostsSkeleton } from "@/components/costs/costs-skeleton";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Cost" };

export default function CostPage(props: PageProps<"/[workspace]/cost">) {
  return (
    <main>
      <PageHead
        title="Cost"
        summary="What runs and what it costs this month, counted from instances over time and AWS's on‑demand prices."
      />
      <PanelBoundary title="Costs could not be loaded">
        <Suspense fallback={<CostsSkeleton />}>
          <CostSection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function CostSection({ params }: PageProps<"/[workspace]/cost">) {
  await connection();
  await requireMember("endpoint:read");
  await requireWorkspace((await params).workspace);
  return <Costs />;
}
