"use client";

import { Rocket } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { workspacePath } from "@/lib/routes";

/** The overview's one primary action. The form itself says who may send it. */
export function DeployLink() {
  const { id } = useWorkspace();
  return (
    <ButtonLink variant="primary" href={workspacePath(id, "/deploy")}>
      <Rocket aria-hidden="true" />
      Deploy a model
    </ButtonLink>
  );
}
