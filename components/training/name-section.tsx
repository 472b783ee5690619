"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { TrainingFormValues } from "@/lib/training/schema";

/** What the job is called and where its model goes. */
export function NameSection() {
  const { register, control } = useFormContext<TrainingFormValues>();
  const name = useWatch({ control, name: "jobName" });
  return (
    <Panel title="Job">
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="jobName"
          label="Name"
          help={
            <span className="flex justify-between gap-3">
              <span>Left empty, one is made from the container's name and the time.</span>
              <span className="shrink-0 tabular-nums">{name.length} of 63</span>
            </span>
          }
        >
          {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...register("jobName")} />}
        </FormField>
        <S3UriField
          name="outputUri"
          label="Output"
          kind="prefix"
          required
          help="The model goes below it: name/output/model.tar.gz."
        />
      </div>
    </Panel>
  );
}
