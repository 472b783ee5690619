"use client";

import { SearchX } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { workspacePath } from "@/lib/routes";

/** In place of a dashboard that is not there. */
export function DashboardGone() {
  const { id } = useWorkspace();
  return (
    <>
      <PageHead title="Dashboard" />
      <EmptyState
        icon={SearchX}
        title="This dashboard does not exist"
        action={<ButtonLink href={workspacePath(id, "/metrics/dashboards")}>All dashboards</ButtonLink>}
      >
        Somebody deleted it, or it is in another workspace.
      </EmptyState>
    </>
  );
}
