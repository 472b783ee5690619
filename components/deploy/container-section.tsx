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
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Truncate } from "@/components/ui/truncate";
import { defaultImage, deviceOfImage } from "@/lib/deploy/from-link";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { commonInstance } from "@/lib/instances/offered";

const DEVICES = [
  { value: "cpu", label: "CPU" },
  { value: "gpu", label: "NVIDIA GPU" },
  { value: "inferentia2", label: "Inferentia2" },
  { value: "inferentia", label: "Inferentia1" },
] as const;

/** The container image: a good one is chosen; the whole matrix unfolds. The instance type follows its device. */
export function ContainerSection() {
  const { control, setValue } = useFormContext<DeployFormValues>();
  const { region } = useWorkspace();
  const image = useWatch({ control, name: "image" });
  const [isOpen, setIsOpen] = useState(false);
  const parsed = parseImageUri(image);
  const device = deviceOfImage(image);

  function choose(next: string) {
    setValue("image", next, { shouldDirty: true, shouldValidate: Boolean(next) });
    if (deviceOfImage(next) !== device) {
      setValue("instanceType", commonInstance("hosting", deviceOfImage(next)), { shouldDirty: true });
    }
  }

  return (
    <Panel
      title="Container"
      description="The Hugging Face image that loads the model and answers requests."
      actions={
        <Button size="sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? "Hide the choices" : "Change container"}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl
          label="Device"
          className="self-start"
          value={DEVICES.find((entry) => entry.value === device)?.value ?? "cpu"}
          onChange={(wanted) => choose(defaultImage(wanted, region))}
          segments={DEVICES.map((entry) => ({ ...entry, disabled: defaultImage(entry.value, region) === "" }))}
        />
        {isOpen ? (
          <>
            <ContainerPicker
              region={region}
              use="inference"
              value={parsed.ok ? parsed.container.id : null}
              onChange={(id) => choose(imageUri(id, region) ?? image)}
            />
            <ImageField />
          </>
        ) : (
          <ChosenImage image={image} />
        )}
      </div>
    </Panel>
  );
}

function ChosenImage({ image }: { image: string }) {
  const parsed = parseImageUri(image);
  const error = useFieldError("image");
  return (
    <div id={fieldId("image")} tabIndex={-1} className="min-w-0 text-base">
      <p className="font-medium">{parsed.ok ? describeContainer(parsed.container) : "An image of your own"}</p>
      {image ? <Truncate text={image} keepEnd={22} copyLabel="Copy image URI" className="text-muted" /> : null}
      {error ? <p className="mt-1 text-sm text-danger">{error}</p> : null}
    </div>
  );
}

/** For images that the catalogue does not know: one's own, or a mirror in one's own account. */
function ImageField() {
  const { register, control } = useFormContext<DeployFormValues>();
  const image = useWatch({ control, name: "image" });
  const parsed = parseImageUri(image);
  return (
    <FormField
      name="image"
      label="Image URI"
      required
      help={parsed.ok || !image ? "Paste one of your own to use it as it is." : `${parsed.reason} It is sent as it is.`}
    >
      {(ids) => <Input {...ids} mono spellCheck={false} autoComplete="off" {...register("image")} />}
    </FormField>
  );
}

function imageUri(containerId: string, region: string): string | null {
  const container = containerById(containerId);
  const built = container && buildImageUri(container, region);
  return built?.ok ? built.imageUri : null;
}
