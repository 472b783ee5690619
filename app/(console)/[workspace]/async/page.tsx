import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { Inbox } from "@/components/async/inbox";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Inbox" };

export default function AsyncPage({ params }: PageProps<"/[workspace]/async">) {
  return (
    <main>
      <PageHead title="Inbox" summary="Asynchronous requests and their answers." />
      <PanelBoundary title="The inbox could not be loaded">
        <Suspense fallback={<TableSkeleton />}>
          <InboxSection params={params} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function InboxSection({ params }: Pick<PageProps<"/[workspace]/async">, "params">) {
  await connection();
  await requireMember("endpoint:read");
  await requireWorkspace((await params).workspace);
  return <Inbox />;
}
