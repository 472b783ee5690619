"use client";

import { ChevronRight } from "lucide-react";
import { type FieldPathByValue, useFormContext, useFormState, useWatch } from "react-hook-form";

import { FormField, fieldId, useFieldError } from "@/components/aws-form/form-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TrainingFormValues } from "@/lib/training/schema";

const ADVANCED = [
  "inputMode",
  "keepAliveSeconds",
  "retryAttempts",
  "subnets",
  "securityGroups",
  "volumeKmsKeyId",
  "outputKmsKeyId",
  "networkIsolation",
] as const;

/** What few people change, folded; it unfolds by itself when something in it is wrong. */
export function AdvancedSection() {
  const { control, register } = useFormContext<TrainingFormValues>();
  const { errors } = useFormState({ control });
  const hasError = ADVANCED.some((name) => errors[name]);
  return (
    <details open={hasError || undefined} className="group rounded-panel border border-border bg-panel">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-4 py-3 text-base">
        <ChevronRight aria-hidden="true" className="size-4 text-muted transition-transform group-open:rotate-90" />
        <span className="font-semibold">Advanced</span>
        <span className="text-sm text-muted">File mode, no VPC, AWS's own keys, no retries, no debugger</span>
      </summary>
      <div className="grid gap-4 p-4 pt-1 sm:grid-cols-2">
        <FormField name="inputMode" label="Input mode" required help="File: data is copied before the script starts.">
          {(ids) => (
            <Select {...ids} {...register("inputMode")}>
              <option value="File">File: copied first</option>
              <option value="FastFile">FastFile: read from S3 as needed</option>
              <option value="Pipe">Pipe: a stream</option>
            </Select>
          )}
        </FormField>
        <FormField name="keepAliveSeconds" label="Keep warm (s)" help="0 to 21,600: the instances wait for a next job.">
          {(ids) => <Input {...ids} inputMode="numeric" {...register("keepAliveSeconds")} />}
        </FormField>
        <FormField name="retryAttempts" label="Retries" help="1 to 30, after failures of SageMaker itself.">
          {(ids) => <Input {...ids} inputMode="numeric" {...register("retryAttempts")} />}
        </FormField>
        <FormField
          name="subnets"
          label="VPC subnets"
          help="subnet-… ids with commas between."
          className="sm:col-start-1"
        >
          {(ids) => <Input {...ids} mono {...register("subnets")} />}
        </FormField>
        <FormField name="securityGroups" label="VPC security groups" help="sg-… ids with commas between.">
          {(ids) => <Input {...ids} mono {...register("securityGroups")} />}
        </FormField>
        <FormField name="volumeKmsKeyId" label="KMS key of the volumes" help="Id, alias or ARN; AWS's own by default.">
          {(ids) => <Input {...ids} mono {...register("volumeKmsKeyId")} />}
        </FormField>
        <FormField name="outputKmsKeyId" label="KMS key of the output" help="Id, alias or ARN; AWS's own by default.">
          {(ids) => <Input {...ids} mono {...register("outputKmsKeyId")} />}
        </FormField>
        <div className="flex flex-col gap-3 sm:col-span-2">
          <Box name="networkIsolation" label="Network isolation" help="The container gets no network at all." />
          <Box name="encryptTraffic" label="Encrypt traffic between instances" help="Slower, for several instances." />
          <Box
            name="disableOutputCompression"
            label="Leave the model uncompressed"
            help="Files instead of a model.tar.gz; large models save time."
          />
          <Box name="debuggerHook" label="Debugger hook" help="Writes tensors to the output; few scripts use it." />
          <Box name="profiler" label="Profiler" help="Writes what CPU and GPU do to the output." />
        </div>
      </div>
    </details>
  );
}

type BoxProps = { name: FieldPathByValue<TrainingFormValues, boolean>; label: string; help: string };

function Box({ name, label, help }: BoxProps) {
  const { control, setValue } = useFormContext<TrainingFormValues>();
  const checked = useWatch({ control, name });
  const error = useFieldError(name);
  return (
    <div id={fieldId(name)} tabIndex={-1}>
      <Checkbox
        label={label}
        help={help}
        checked={checked}
        onChange={(event) => setValue(name, event.target.checked, { shouldDirty: true })}
      />
      {error ? <p className="mt-1 text-sm text-danger">{error}</p> : null}
    </div>
  );
}
