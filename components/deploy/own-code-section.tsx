"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField, fieldId, useFieldError } from "@/components/aws-form/form-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeEditor } from "@/components/ui/code-editor";
import { Panel } from "@/components/ui/panel";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { TEMPLATES, templateWith } from "@/lib/own-code/templates";

import { ArchivePreview } from "./archive-preview";
import type { CodeFiles } from "./code-files";
import { CodePicker } from "./code-picker";
import { useArchivePreview } from "./use-archive-preview";

type OwnCodeSectionProps = { extras: CodeFiles; onExtras: (extras: CodeFiles) => void };

/** An inference.py of one's own, packed into the archive; and a look into the archive as it will be. */
export function OwnCodeSection({ extras, onExtras }: OwnCodeSectionProps) {
  const { control, getValues, setValue } = useFormContext<DeployFormValues>();
  const [source, ownCode] = useWatch({ control, name: ["source", "ownCode"] });
  const preview = useArchivePreview(extras);
  const error = useFieldError("ownCode");
  const isShown = ownCode || preview.isWorthAsking;

  function choose(isOwn: boolean) {
    setValue("ownCode", isOwn, { shouldDirty: true, shouldValidate: Boolean(error) });
    if (isOwn && !getValues("inferencePy")) setValue("inferencePy", TEMPLATES.hooks.inferencePy);
  }

  return (
    <Panel
      title="Inference code"
      description="Python functions that load the model, read requests and write answers in place of the toolkit's own."
    >
      <div className="flex flex-col gap-4">
        <div id={fieldId("ownCode")} tabIndex={-1} className="outline-none">
          <Checkbox
            label="Own inference code"
            help={
              source === "none"
                ? "Without a model the archive holds your code alone, as code/inference.py."
                : "It is packed into a model.tar.gz as code/inference.py, as the Python SDK does, and goes to the workspace's bucket."
            }
            checked={ownCode}
            disabled={source === "none" && ownCode}
            onChange={(event) => choose(event.target.checked)}
          />
          {error ? <p className="mt-1 text-sm text-danger">{error}</p> : null}
        </div>
        {ownCode ? (
          <CodeFields extras={extras} onExtras={onExtras} brought={preview.listing?.inferencePy ?? null} />
        ) : null}
        {isShown ? <ArchivePreview {...preview} /> : null}
      </div>
    </Panel>
  );
}

function CodeFields({ extras, onExtras, brought }: OwnCodeSectionProps & { brought: string | null }) {
  const { register, control, setValue } = useFormContext<DeployFormValues>();
  const script = useWatch({ control, name: "inferencePy" });
  const canTake = brought !== null && brought !== script && (script.trim() === "" || templateWith(script) !== null);
  return (
    <>
      <CodePicker extras={extras} onExtras={onExtras}>
        {canTake ? (
          <Button
            size="sm"
            onClick={() => setValue("inferencePy", brought, { shouldDirty: true, shouldValidate: true })}
          >
            Edit the archive's own script
          </Button>
        ) : null}
      </CodePicker>
      <FormField
        name="inferencePy"
        label="inference.py"
        required
        help="Tab indents; press Escape first to leave the field by Tab."
      >
        {(ids) => <CodeEditor {...ids} {...register("inferencePy")} />}
      </FormField>
      <FormField
        name="requirementsTxt"
        label="requirements.txt"
        help="Packages that pip installs when the container starts."
      >
        {(ids) => <CodeEditor {...ids} rows={2} className="min-h-10" {...register("requirementsTxt")} />}
      </FormField>
    </>
  );
}
