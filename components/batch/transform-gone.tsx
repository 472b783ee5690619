"use client";

import { SearchX } from "lucide-react";
import { useParams } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { workspacePath } from "@/lib/routes";

/** In place of a job's page when there is none of that name. */
export function TransformGone() {
  const { id, region } = useWorkspace();
  const { name } = useParams<{ name?: string }>();
  return (
    <>
      <PageHead title={name ? decodeURIComponent(name) : "Transform job"} />
      <EmptyState
        icon={SearchX}
        title="This transform job does not exist"
        action={<ButtonLink href={workspacePath(id, "/batch")}>All transform jobs</ButtonLink>}
      >
        It was deleted, or it is in another region than {region} or in another workspace. What it left in S3 and its log
        stay, and the Activity page says who changed what.
      </EmptyState>
    </>
  );
}
