import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { instanceTypeById } from "@/catalog/instance-types/select";
import { recipeAs, recipeById } from "@/catalog/recipes/select";
import { trainingSampleById } from "@/catalog/samples/data";
import { PanelBoundary } from "@/components/panel-boundary";
import { SampleNote } from "@/components/training/sample-note";
import { TrainingForm } from "@/components/training/training-form";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
import { trainingForm } from "@/lib/recipes/training-form";
import { sampleTrainingForm } from "@/lib/samples/service";
import { hasHubToken } from "@/lib/settings/hub-token";
import { cloneTraining, emptyTraining } from "@/lib/training/defaults";
import { TrainingJobName } from "@/lib/training/list-schema";
import { readTrainingJob } from "@/lib/training/service";
import { workspaceBucket } from "@/lib/uploads/service";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "New training job" };

type Props = PageProps<"/[workspace]/training/new">;

export default function NewTrainingJobPage(props: Props) {
  return (
    <main>
      <PageHead title="New training job" summary="Run your script on SageMaker and get a model in S3." />
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
  await requireMember("training:read");
  const workspace = await requireWorkspace((await params).workspace);
  const bucket = await workspaceBucket(workspace);
  const hasSavedToken = await hasHubToken(workspace.id);
  const start = {
    region: workspace.region,
    bucket,
    executionRoleArn: workspace.executionRoleArn,
    hasHubToken: hasSavedToken,
  };
  const query = await searchParams;
  // Another address is another form: one that was left stands at its review.
  const address = JSON.stringify(query);
  const shared = { bucket, hasSavedToken };
  const from = TrainingJobName.safeParse(query.from);
  if (!from.success) {
    const preset = recipePreset(query);
    const sample = typeof query.sample === "string" ? trainingSampleById(query.sample) : null;
    const initial = sample
      ? await sampleTrainingForm(sample, start)
      : preset
        ? trainingForm(preset, start)
        : emptyTraining(start);
    return (
      <>
        {sample ? <SampleNote sample={sample} /> : null}
        <TrainingForm key={address} initial={initial} {...shared} cloned={null} />
      </>
    );
  }
  const job = await readTrainingJob(workspace, from.data);
  const hadSecrets = [...job.hyperparameters, ...job.environment].some(({ isSecret }) => isSecret);
  const instanceType = typeof query.instance === "string" && instanceTypeById(query.instance)?.type;
  return (
    <TrainingForm
      key={address}
      initial={{ ...cloneTraining(job, start), ...(instanceType && { instanceType }) }}
      {...shared}
      cloned={{ name: job.name, hadSecrets }}
    />
  );
}

/** What a link from a recipe's page asks to fill in; null: none, or one without training. */
function recipePreset({ recipe: id, edition }: Awaited<Props["searchParams"]>) {
  const recipe = typeof id === "string" ? recipeById(id) : null;
  return recipe && (recipeAs(recipe, edition === "today" ? "today" : "notebook")?.training ?? null);
}
