"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { workspacePath } from "@/lib/routes";

/** The way to the deploy form. */
export function DeployLink() {
  const { id } = useWorkspace();
  return (
    <ButtonLink variant="primary" href={workspacePath(id, "/deploy")}>
      Deploy a model
    </ButtonLink>
  );
}
