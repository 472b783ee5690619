import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { DeployFormSkeleton } from "@/components/deploy/deploy-form-skeleton";
import { HostingForm } from "@/components/deploy/hosting/hosting-form";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";
import { hostingFromLink } from "@/lib/deploy/hosting/from-link";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Host components" };

type Props = PageProps<"/[workspace]/deploy/components">;

export default function HostComponentsPage(props: Props) {
  return (
    <main>
      <PageHead
        title="Host components"
        summary="An endpoint whose instances several models share: each is a component with copies of its own."
      />
      <PanelBoundary title="The form could not be loaded">
        <Suspense fallback={<DeployFormSkeleton />}>
          <FormSection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function FormSection({ params, searchParams }: Props) {
  await connection();
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const { name, instance } = await searchParams;
  const link = { name: single(name), instance: single(instance) };
  return <HostingForm initial={hostingFromLink(link, workspace.executionRoleArn)} />;
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
