"use client";

import { ChevronRight } from "lucide-react";
import { useFormContext, useFormState, useWatch } from "react-hook-form";
import { HOST_AMIS } from "@/catalog/containers/host-ami";
import { FormField, fieldId, useFieldError } from "@/components/aws-form/form-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { DeployFormValues } from "@/lib/deploy/schema";

const ADVANCED = [
  "variantName",
  "initialWeight",
  "volumeSizeGb",
  "startupTimeoutSeconds",
  "downloadTimeoutSeconds",
  "inferenceAmiVersion",
  "subnets",
  "securityGroups",
  "networkIsolation",
  "dataCaptureUri",
  "dataCapturePercent",
  "kmsKeyId",
] as const;

/** What few people change, folded; it unfolds by itself when something in it is wrong. */
export function AdvancedSection() {
  const { control, register, setValue } = useFormContext<DeployFormValues>();
  const isIsolated = useWatch({ control, name: "networkIsolation" });
  const { errors } = useFormState({ control });
  const isolationError = useFieldError("networkIsolation");
  const hasError = ADVANCED.some((name) => errors[name]);

  return (
    <details open={hasError || undefined} className="group rounded-panel border border-border bg-panel">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-4 py-3 text-base">
        <ChevronRight aria-hidden="true" className="size-4 text-muted transition-transform group-open:rotate-90" />
        <span className="font-semibold">Advanced</span>
        <span className="text-sm text-muted">
          Variant AllTraffic, weight 1, AWS's own time-outs, no VPC, no capture
        </span>
      </summary>
      <div className="grid gap-4 p-4 pt-1 sm:grid-cols-2">
        <FormField name="variantName" label="Variant name" required help="AllTraffic, as the Python SDK calls it.">
          {(ids) => <Input {...ids} mono {...register("variantName")} />}
        </FormField>
        <FormField name="initialWeight" label="Initial weight" required help="Its share of the traffic among variants.">
          {(ids) => <Input {...ids} type="number" step="any" min={0} {...register("initialWeight")} />}
        </FormField>
        <FormField name="volumeSizeGb" label="Volume size (GB)" help="1 to 512; AWS chooses by the instance type.">
          {(ids) => <Input {...ids} inputMode="numeric" {...register("volumeSizeGb")} />}
        </FormField>
        <FormField
          name="startupTimeoutSeconds"
          label="Start-up time-out (s)"
          help="60 to 3600: raise it for large models."
        >
          {(ids) => <Input {...ids} inputMode="numeric" {...register("startupTimeoutSeconds")} />}
        </FormField>
        <FormField
          name="downloadTimeoutSeconds"
          label="Download time-out (s)"
          help="60 to 3600, for the archive in S3."
        >
          {(ids) => <Input {...ids} inputMode="numeric" {...register("downloadTimeoutSeconds")} />}
        </FormField>
        <FormField
          name="inferenceAmiVersion"
          label="Host image"
          help="InferenceAmiVersion: the GPU driver under the container."
        >
          {(ids) => (
            <Select {...ids} {...register("inferenceAmiVersion")}>
              <option value="">SageMaker's default</option>
              {HOST_AMIS.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          )}
        </FormField>
        <FormField name="kmsKeyId" label="KMS key of the volumes" help="Id, alias or ARN; AWS's own key by default.">
          {(ids) => <Input {...ids} mono {...register("kmsKeyId")} />}
        </FormField>
        <FormField name="subnets" label="VPC subnets" help="subnet-… ids with commas between.">
          {(ids) => <Input {...ids} mono {...register("subnets")} />}
        </FormField>
        <FormField name="securityGroups" label="VPC security groups" help="sg-… ids with commas between.">
          {(ids) => <Input {...ids} mono {...register("securityGroups")} />}
        </FormField>
        <FormField
          name="dataCaptureUri"
          label="Capture requests and answers to"
          help="s3://bucket/prefix; nothing by default."
        >
          {(ids) => <Input {...ids} mono {...register("dataCaptureUri")} />}
        </FormField>
        <FormField name="dataCapturePercent" label="Share captured (%)" help="1 to 100; all of them by default.">
          {(ids) => <Input {...ids} inputMode="numeric" {...register("dataCapturePercent")} />}
        </FormField>
        <div id={fieldId("networkIsolation")} tabIndex={-1} className="sm:col-span-2">
          <Checkbox
            label="Network isolation"
            help="The container gets no network at all: it cannot read the Hub."
            checked={isIsolated}
            onChange={(event) => setValue("networkIsolation", event.target.checked, { shouldDirty: true })}
          />
          {isolationError ? <p className="mt-1 text-sm text-danger">{isolationError}</p> : null}
        </div>
      </div>
    </details>
  );
}
