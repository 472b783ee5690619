import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { TrainingForm } from "@/components/training/training-form";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { requireMember } from "@/lib/auth/session";
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
  const start = { region: workspace.region, bucket, executionRoleArn: workspace.executionRoleArn };
  const from = TrainingJobName.safeParse((await searchParams).from);
  if (!from.success) return <TrainingForm initial={emptyTraining(start)} bucket={bucket} cloned={null} />;
  const job = await readTrainingJob(workspace, from.data);
  const hadSecrets = [...job.hyperparameters, ...job.environment].some(({ isSecret }) => isSecret);
  return <TrainingForm initial={cloneTraining(job, start)} bucket={bucket} cloned={{ name: job.name, hadSecrets }} />;
}
