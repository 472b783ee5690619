import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { DefaultsForm } from "@/components/settings/defaults-form";
import { DeleteExpiredForm } from "@/components/settings/delete-expired-form";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { deletesExpired } from "@/lib/settings/delete-expired";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Defaults" };

type Props = PageProps<"/[workspace]/settings/defaults">;

export default function DefaultsPage({ params }: Props) {
  return (
    <PanelBoundary title="Defaults could not be loaded">
      <Suspense fallback={<Skeleton className="h-72 w-full max-w-180" />}>
        <DefaultsSection params={params} />
      </Suspense>
    </PanelBoundary>
  );
}

async function DefaultsSection({ params }: Pick<Props, "params">) {
  await connection();
  await requireMember("settings:read");
  const { id, executionRoleArn, bucket } = await requireWorkspace((await params).workspace);
  return (
    <div className="flex flex-col gap-4">
      <DefaultsForm defaults={{ executionRoleArn: executionRoleArn ?? "", bucket: bucket ?? "" }} />
      <DeleteExpiredForm on={await deletesExpired(id)} />
    </div>
  );
}
