"use client";

import { Check, Link2 } from "lucide-react";
import { toast } from "sonner";

import type { Task } from "@/catalog/tasks/schema";
import { useWorkspace } from "@/components/shell/workspace-context";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";
import { toShareHash } from "@/lib/inference/share";
import { workspacePath } from "@/lib/routes";

/** Copies a link that opens the playground with the same endpoint, task and input. */
export function ShareButton({
  task,
  endpointName,
  body,
}: {
  task: Task | null;
  endpointName: string;
  body: string | null;
}) {
  const { id } = useWorkspace();
  const { copied, copy } = useCopy();

  function share() {
    const hash = body ? toShareHash(body) : "";
    if (hash === null) {
      toast.error("The input is too long for a link", { description: "Copy the request from the JSON or Code view." });
      return;
    }
    const query = new URLSearchParams({ endpoint: endpointName, ...(task ? { task: task.id } : {}) });
    copy(`${window.location.origin}${workspacePath(id, `/playground?${query}`)}${hash}`);
  }
  return (
    <IconButton label={copied ? "Link copied" : "Copy a link to this input"} onClick={share}>
      {copied ? <Check aria-hidden="true" className="text-good" /> : <Link2 aria-hidden="true" />}
    </IconButton>
  );
}
