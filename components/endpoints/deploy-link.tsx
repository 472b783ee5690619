"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { workspacePath } from "@/lib/routes";

/** The way to the deploy form. */
export function DeployLink({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const { id } = useWorkspace();
  return (
    <ButtonLink variant={variant} href={workspacePath(id, "/deploy")}>
      Deploy a model
    </ButtonLink>
  );
}
