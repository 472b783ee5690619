"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField, fieldId } from "@/components/aws-form/form-field";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { DeployFormValues } from "@/lib/deploy/schema";

/** Where an asynchronous endpoint writes, whom it tells, how much it works on at once, and how it scales. */
export function AsyncFields() {
  const { control, register, setValue } = useFormContext<DeployFormValues>();
  const scales = useWatch({ control, name: "scaleFromZero" });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <S3UriField name="asyncOutputUri" label="Answers go to" kind="prefix" required />
        <S3UriField
          name="asyncFailureUri"
          label="Failures go to"
          kind="prefix"
          help="Left empty, a place in the workspace's bucket. Without one nobody would see why a request failed."
        />
        <FormField
          name="asyncMaxConcurrent"
          label="Requests at once per instance"
          help="1 to 1,000; SageMaker chooses by default."
        >
          {(ids) => <Input {...ids} inputMode="numeric" {...register("asyncMaxConcurrent")} />}
        </FormField>
        <FormField
          name="asyncKmsKeyId"
          label="KMS key of the answers"
          help="Id, alias or ARN; the bucket's by default."
        >
          {(ids) => <Input {...ids} mono {...register("asyncKmsKeyId")} />}
        </FormField>
        <FormField name="asyncSuccessTopic" label="Topic for answers" help="An SNS topic's ARN; nobody by default.">
          {(ids) => <Input {...ids} mono {...register("asyncSuccessTopic")} />}
        </FormField>
        <FormField name="asyncErrorTopic" label="Topic for failures" help="An SNS topic's ARN; nobody by default.">
          {(ids) => <Input {...ids} mono {...register("asyncErrorTopic")} />}
        </FormField>
      </div>
      <div id={fieldId("scaleFromZero")} tabIndex={-1}>
        <Checkbox
          label="Scale from zero"
          help="The number of instances follows what waits, down to none while nothing does. The first answer then takes minutes."
          checked={scales}
          onChange={(event) => setValue("scaleFromZero", event.target.checked, { shouldDirty: true })}
        />
      </div>
      {scales ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="scaleMaxInstances" label="Most instances" required>
            {(ids) => <Input {...ids} inputMode="numeric" {...register("scaleMaxInstances")} />}
          </FormField>
          <FormField
            name="scaleBacklogTarget"
            label="Waiting requests per instance"
            required
            help="More waiting ones add instances. From none, the first comes only when more than this wait."
          >
            {(ids) => <Input {...ids} inputMode="numeric" {...register("scaleBacklogTarget")} />}
          </FormField>
        </div>
      ) : null}
    </>
  );
}
