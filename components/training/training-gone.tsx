"use client";

import { SearchX } from "lucide-react";
import { useParams } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { workspacePath } from "@/lib/routes";

/** In place of a job's page when there is none of that name. */
export function TrainingGone() {
  const { id, region } = useWorkspace();
  const { name } = useParams<{ name?: string }>();
  return (
    <>
      <PageHead title={name ? decodeURIComponent(name) : "Training job"} />
      <EmptyState
        icon={SearchX}
        title="This training job does not exist"
        action={<ButtonLink href={workspacePath(id, "/training")}>All training jobs</ButtonLink>}
      >
        It was deleted, or it is in another region than {region} or in another workspace. What it left in S3 and its log
        stay, and the Activity page says who changed what.
      </EmptyState>
    </>
  );
}
