import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { instanceTypeById } from "@/catalog/instance-types/select";
import { recipeAs, recipeById } from "@/catalog/recipes/select";
import { TransformForm } from "@/components/batch/transform-form";
import { PanelBoundary } from "@/components/panel-boundary";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { ResourceName } from "@/lib/fields/aws-fields";
import { transformForm } from "@/lib/recipes/transform-form";
import { hasHubToken } from "@/lib/settings/hub-token";
import { cloneTransform, emptyTransform } from "@/lib/transform/defaults";
import { readTransformJob } from "@/lib/transform/service";
import { workspaceBucket } from "@/lib/uploads/service";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "New transform job" };

type Props = PageProps<"/[workspace]/batch/new">;

export default function NewTransformJobPage(props: Props) {
  return (
    <main>
      <PageHead title="New transform job" summary="Ask a model about every record of files in S3." />
      <PanelBoundary title="The form could not be loaded">
        <Suspense fallback={<Skeleton className="h-96 max-w-3xl rounded-panel" />}>
          <FormSection {...props} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function FormSection({ params, searchParams }: Props) {
  await connection();
  await requireMember("transform:read");
  const workspace = await requireWorkspace((await params).workspace);
  const [hasSavedToken, bucket] = await Promise.all([hasHubToken(workspace.id), workspaceBucket(workspace)]);
  const { region, isEmulator, executionRoleArn } = workspace;
  const start = { region, isEmulator, executionRoleArn, hasHubToken: hasSavedToken, bucket };
  const query = single(await searchParams);
  const from = ResourceName.safeParse(query.from);
  if (from.success) {
    const job = await readTransformJob(workspace, from.data);
    const hadSecrets = job.environment.some(({ isSecret }) => isSecret);
    const instanceType = instanceTypeById(query.instance ?? "")?.type;
    const initial = { ...cloneTransform(job, start), ...(instanceType && { instanceType }) };
    return (
      <TransformForm
        key={JSON.stringify(query)}
        initial={initial}
        hasSavedToken={hasSavedToken}
        cloned={{ name: job.name, hadSecrets }}
      />
    );
  }
  const recipe = query.recipe ? recipeById(query.recipe) : null;
  const preset = recipe && recipeAs(recipe, query.edition === "today" ? "today" : "notebook");
  const initial = preset ? transformForm(preset, start) : emptyTransform(start, query);
  return <TransformForm key={JSON.stringify(query)} initial={initial} hasSavedToken={hasSavedToken} cloned={null} />;
}

/** The first value of each parameter: a link names each once. */
function single(all: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
