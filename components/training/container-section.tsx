"use client";

import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { buildImageUri, parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { containerById } from "@/catalog/containers/select";
import { FormField, fieldId, useFieldError } from "@/components/aws-form/form-field";
import { ContainerPicker } from "@/components/containers/container-picker";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Truncate } from "@/components/ui/truncate";
import { commonInstance } from "@/lib/instances/offered";
import type { TrainingFormValues } from "@/lib/training/schema";

/** The training image: a good one is chosen; the whole matrix unfolds. The instance type follows its device. */
export function ContainerSection() {
  const { control, register, setValue } = useFormContext<TrainingFormValues>();
  const { region } = useWorkspace();
  const image = useWatch({ control, name: "image" });
  const compilerDebug = useWatch({ control, name: "compilerDebug" });
  const [isOpen, setIsOpen] = useState(false);
  const error = useFieldError("image");
  const parsed = parseImageUri(image);

  function choose(id: string) {
    const container = containerById(id);
    if (!container) return;
    const built = buildImageUri(container, region);
    if (!built.ok) return;
    setValue("image", built.imageUri, { shouldDirty: true, shouldValidate: true });
    if (!parsed.ok || parsed.container.device !== container.device) {
      setValue("instanceType", commonInstance("training", container.device), { shouldDirty: true });
    }
  }

  return (
    <Panel
      title="Container"
      description="The Hugging Face image that runs the script, with transformers and its framework inside."
      actions={
        <Button size="sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? "Hide the choices" : "Change container"}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {isOpen ? (
          <>
            <ContainerPicker
              region={region}
              use="training"
              value={parsed.ok ? parsed.container.id : null}
              onChange={choose}
            />
            <FormField
              name="image"
              label="Image URI"
              required
              help={
                parsed.ok || !image
                  ? "Paste one of your own to use it as it is."
                  : `${parsed.reason} It is sent as it is.`
              }
            >
              {(ids) => <Input {...ids} mono spellCheck={false} autoComplete="off" {...register("image")} />}
            </FormField>
          </>
        ) : (
          <div id={fieldId("image")} tabIndex={-1} className="min-w-0 text-base">
            <p className="font-medium">{parsed.ok ? describeContainer(parsed.container) : "An image of your own"}</p>
            {image ? <Truncate text={image} keepEnd={22} copyLabel="Copy image URI" className="text-muted" /> : null}
            {error ? <p className="mt-1 text-sm text-danger">{error}</p> : null}
          </div>
        )}
        {parsed.ok && parsed.container.family === "training-compiler" ? (
          <Checkbox
            label="Debug output of the Training Compiler"
            help="This image compiles the model for the GPU; AWS has ended its development."
            checked={compilerDebug}
            onChange={(event) => setValue("compilerDebug", event.target.checked, { shouldDirty: true })}
          />
        ) : null}
      </div>
    </Panel>
  );
}
