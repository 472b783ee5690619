"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { EnvironmentRows } from "@/components/aws-form/environment-rows";
import { FormField } from "@/components/aws-form/form-field";
import { KeptSecrets } from "@/components/aws-form/kept-secrets";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { ComponentFormValues } from "@/lib/inference-components/schema";

import { ModelField } from "./model-field";

/** What a copy runs: a SageMaker model, or an image with an archive of its own. */
export function SourceFields() {
  const { control, setValue } = useFormContext<ComponentFormValues>();
  const source = useWatch({ control, name: "source" });
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-2 text-sm font-semibold">What a copy runs</legend>
      <SegmentedControl
        label="What a copy runs"
        value={source}
        onChange={(next) => setValue("source", next, { shouldDirty: true })}
        segments={[
          { value: "model", label: "A SageMaker model" },
          { value: "container", label: "A container" },
        ]}
      />
      {source === "model" ? <ModelField /> : <ContainerFields />}
    </fieldset>
  );
}

function ContainerFields() {
  const { control, register, setValue } = useFormContext<ComponentFormValues>();
  const image = useWatch({ control, name: "image" });
  const kept = useWatch({ control, name: "keptSecrets" });
  const parsed = parseImageUri(image);
  return (
    <>
      <FormField
        name="image"
        label="Image URI"
        required
        help={
          parsed.ok
            ? describeContainer(parsed.container)
            : image
              ? "An image that the catalogue does not know."
              : undefined
        }
      >
        {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...register("image")} />}
      </FormField>
      <S3UriField
        name="artifactUrl"
        label="Model archive"
        kind="object"
        help="Unpacked into /opt/ml/model of each copy. Left empty, the environment says where the model comes from."
      />
      <KeptSecrets kept={kept} onChange={(next) => setValue("keptSecrets", next, { shouldDirty: true })} />
      <EnvironmentRows />
    </>
  );
}
