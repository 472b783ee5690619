import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { ContainersSkeleton } from "@/components/containers/containers-skeleton";
import { ContainersView } from "@/components/containers/containers-view";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Containers" };

export default function ContainersPage() {
  return (
    <main>
      <PageHead
        title="Containers"
        summary="Find the Hugging Face image that fits, and learn why another one does not."
      />
      <PanelBoundary title="Containers could not be loaded">
        <Suspense fallback={<ContainersSkeleton />}>
          <ContainersSection />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function ContainersSection() {
  await connection(); // the member's role is read from the store at each request
  await requireMember("container:read");
  return <ContainersView />;
}
