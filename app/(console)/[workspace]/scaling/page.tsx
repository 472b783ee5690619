import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { ScalingReview } from "@/components/scaling/scaling-review";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Scaling" };

export default function ScalingPage(props: PageProps<"/[workspace]/scaling">) {
  return (
    <main>
      <PageHead title="Scaling" summary="Everything that scales by itself, by which rules, and what needs a look." />
      <PanelBoundary title="Scaling could not be loaded">
        <Suspense fallback={<TableSkeleton />}>
          <ScalingSection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function ScalingSection({ params }: PageProps<"/[workspace]/scaling">) {
  await connection(); // live AWS state: always request time
  await requireMember("endpoint:read");
  await requireWorkspace((await params).workspace);
  return <ScalingReview />;
}
