"use client";

import { useFormContext } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { MEMORY_SIZES_MB } from "@/lib/deploy/mode-fields";
import type { DeployFormValues } from "@/lib/deploy/schema";

/** Memory and concurrency of a serverless endpoint, with the limits that SageMaker sets on its image. */
export function ServerlessFields() {
  const { register } = useFormContext<DeployFormValues>();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <FormField name="serverlessMemoryMb" label="Memory" required help="At least the size of the model, loaded.">
          {(ids) => (
            <Select {...ids} {...register("serverlessMemoryMb")}>
              {MEMORY_SIZES_MB.map((size) => (
                <option key={size} value={size}>
                  {size / 1024} GB
                </option>
              ))}
            </Select>
          )}
        </FormField>
        <FormField
          name="serverlessMaxConcurrency"
          label="Calls at once"
          required
          help="1 to 200; calls beyond are refused."
        >
          {(ids) => <Input {...ids} type="number" min={1} max={200} {...register("serverlessMaxConcurrency")} />}
        </FormField>
        <FormField
          name="serverlessProvisioned"
          label="Kept ready"
          help="Environments without a cold start, billed all the time. None by default."
        >
          {(ids) => <Input {...ids} inputMode="numeric" {...register("serverlessProvisioned")} />}
        </FormField>
      </div>
      <p className="text-sm text-muted">
        The container with its model may have 10 GB unpacked, a request 4 MB. AWS finds an image that is larger only
        when the endpoint starts.
      </p>
    </>
  );
}
