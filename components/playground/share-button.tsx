"use client";

import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import type { Task } from "@/catalog/tasks/schema";
import { useCan, useWorkspace } from "@/components/shell/workspace-context";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";
import type { InferenceRequest } from "@/lib/inference/request";
import { toShareHash } from "@/lib/inference/share";
import { workspacePath } from "@/lib/routes";

import { SaveExampleDialog } from "./examples/save-example-dialog";

type Props = {
  task: Task | null;
  endpointName: string;
  /** The request as it stands in the form; null when it cannot be sent yet: then the link is one to the empty form. */
  request: InferenceRequest | null;
  /** The saved example that the form shows unchanged. */
  exampleId: string | null;
};

/** Copies a link that opens the playground with the same endpoint, task and input; never with an answer. */
export function ShareButton({ task, endpointName, request, exampleId }: Props) {
  const { id } = useWorkspace();
  const { copied, copy } = useCopy();
  const [isSaving, setSaving] = useState(false);
  const maySave = useCan("endpoint:invoke");

  function copyLink(more: Record<string, string>, hash = "") {
    const query = new URLSearchParams({ endpoint: endpointName, ...(task ? { task: task.id } : {}), ...more });
    copy(`${window.location.origin}${workspacePath(id, `/playground?${query}`)}${hash}`);
  }

  function share() {
    if (exampleId) return copyLink({ example: exampleId });
    if (!request) return copyLink({});
    const hash = typeof request.body === "string" ? toShareHash(request.body) : null;
    if (hash !== null) return copyLink({}, hash);
    if (task && maySave) setSaving(true);
    else toast.error("The input is too long for a link", { description: "Choose a task to save it as an example." });
  }

  return (
    <>
      <IconButton label={copied ? "Link copied" : "Copy a link to this input"} onClick={share}>
        {copied ? <Check aria-hidden="true" className="text-good" /> : <Link2 aria-hidden="true" />}
      </IconButton>
      {task && request && isSaving ? (
        <SaveExampleDialog
          open
          onOpenChange={setSaving}
          task={task.id}
          request={request}
          reason="This input does not fit into a link. Saved as an example, it can be linked to."
          onSaved={(example) => {
            copyLink({ example: example.id });
            toast.success("Saved, and the link is copied.");
          }}
        />
      ) : null}
    </>
  );
}
