"use client";

import { useQuery } from "@tanstack/react-query";
import { FileInput } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { toast } from "sonner";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useDebounced } from "@/components/ui/use-debounced";
import { importEndpoint } from "@/lib/deploy/import/import-endpoint";
import { modelJson } from "@/lib/deploy/import/model-json";
import type { Import } from "@/lib/deploy/import/view";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { modelQueries } from "@/lib/models/queries";

import { ImportPreview } from "./import-preview";

const QUIET_MS = 250;

type ImportDialogProps = { executionRoleArn: string; hasSavedToken: boolean };

/** Fills the form from code or JSON that somebody pastes; what was in the form comes back by Undo. */
export function ImportDialog({ executionRoleArn, hasSavedToken }: ImportDialogProps) {
  const { id, region, isEmulator } = useWorkspace();
  const { getValues, reset } = useFormContext<DeployFormValues>();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const read = useDebounced(text, QUIET_MS);
  const start = { region, isEmulator, executionRoleArn, hasHubToken: hasSavedToken };
  const first = read ? importEndpoint(read, start) : null;
  const named = first?.ok ? first.model : null;
  const model = useQuery({ ...modelQueries.one(id, named ?? ""), enabled: isOpen && named !== null });
  const found: Import | null = model.data && named ? importEndpoint(read, start, modelJson(model.data)) : first;

  function apply() {
    if (!found?.ok) return;
    const before = getValues();
    reset(found.values);
    setOpen(false);
    setText("");
    toast.success("The form is filled in.", { action: { label: "Undo", onClick: () => reset(before) } });
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      size="lg"
      title="Import an endpoint"
      description="From JSON of describe-endpoint-config or describe-model, lines of the AWS CLI, or Python: boto3, the SageMaker SDK v3, or what the Hub shows under Deploy, Amazon SageMaker. Nothing is run and nothing is sent."
      trigger={
        <Button>
          <FileInput aria-hidden="true" />
          Import…
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" onClick={apply} disabled={!found?.ok || read !== text}>
            Fill in the form
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Code or JSON">
          {(ids) => (
            <Textarea
              {...ids}
              mono
              spellCheck={false}
              rows={10}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div aria-live="polite">
          {found ? <ImportPreview found={found} isLookingUp={model.isLoading} isModelGone={model.isError} /> : null}
        </div>
      </div>
    </Dialog>
  );
}
