import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { DeployForm } from "@/components/deploy/deploy-form";
import { DeployFormSkeleton } from "@/components/deploy/deploy-form-skeleton";
import { RunningOperations } from "@/components/operations/running-operations";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";
import { workloadFromLink } from "@/lib/deploy/advice/workload";
import { fromLink, type LinkParameters } from "@/lib/deploy/from-link";
import { hasHubToken } from "@/lib/settings/hub-token";
import { workspaceBucket } from "@/lib/uploads/service";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

export const metadata: Metadata = { title: "Deploy" };

export default function DeployPage({ params, searchParams }: PageProps<"/[workspace]/deploy">) {
  return (
    <main>
      <PageHead title="Deploy" summary="Put a model on an endpoint: real-time, serverless or asynchronous." />
      <div className="flex flex-col gap-5">
        <RunningOperations />
        <PanelBoundary title="The form could not be loaded">
          <Suspense fallback={<DeployFormSkeleton />}>
            <FormSection params={params} searchParams={searchParams} />
          </Suspense>
        </PanelBoundary>
      </div>
    </main>
  );
}

async function FormSection({ params, searchParams }: PageProps<"/[workspace]/deploy">) {
  await connection();
  await requireMember("endpoint:read");
  const workspace = await requireWorkspace((await params).workspace);
  const [hasSavedToken, bucket] = await Promise.all([hasHubToken(workspace.id), bucketFor(workspace)]);
  const { region, isEmulator, executionRoleArn } = workspace;
  const link = single(await searchParams);
  const initial = fromLink(link, {
    region,
    isEmulator,
    executionRoleArn,
    hasHubToken: hasSavedToken,
  });
  return (
    <DeployForm
      initial={initial}
      initialWorkload={workloadFromLink(link)}
      hasSavedToken={hasSavedToken}
      bucket={bucket}
    />
  );
}

/** Only named in the review of own code: the form must not fail where AWS does not tell the account. */
function bucketFor(workspace: Workspace): Promise<string> {
  return workspaceBucket(workspace).catch(() => `sagemaker-${workspace.region}-<account>`);
}

/** The first value of each parameter: a link names each once. */
function single(all: Record<string, string | string[] | undefined>): LinkParameters {
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
