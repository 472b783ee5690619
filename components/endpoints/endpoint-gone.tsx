"use client";

import { SearchX } from "lucide-react";
import { useParams } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { workspacePath } from "@/lib/routes";

/** In place of an endpoint's page when there is none of that name. */
export function EndpointGone() {
  const { id, region } = useWorkspace();
  const { name } = useParams<{ name?: string }>();
  return (
    <>
      <PageHead title={name ? decodeURIComponent(name) : "Endpoint"} />
      <EmptyState
        icon={SearchX}
        title="This endpoint does not exist"
        action={<ButtonLink href={workspacePath(id, "/endpoints")}>All endpoints</ButtonLink>}
      >
        It was deleted, or it is in another region than {region} or in another workspace. Its log stays in CloudWatch,
        and the Activity page says who changed what.
      </EmptyState>
    </>
  );
}
