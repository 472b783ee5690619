"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { formatDuration } from "@/lib/format/duration";
import type { TrainingFormValues } from "@/lib/training/schema";

/** How long the job may run, on which capacity, and where it keeps its checkpoints. */
export function LimitsSection() {
  const { control, register, setValue } = useFormContext<TrainingFormValues>();
  const isSpot = useWatch({ control, name: "isSpot" });
  const maxRun = useWatch({ control, name: "maxRunSeconds" });
  return (
    <Panel title="Time and capacity">
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="maxRunSeconds"
          label="Longest run (s)"
          required
          help={`${inWords(maxRun)}; then it is stopped.`}
        >
          {(ids) => <Input {...ids} inputMode="numeric" {...register("maxRunSeconds")} />}
        </FormField>
        <div className="sm:pt-6">
          <Checkbox
            label="Spot capacity"
            help="Much cheaper; AWS may take it back, and the job then begins again from its checkpoint."
            checked={isSpot}
            onChange={(event) => {
              setValue("isSpot", event.target.checked, { shouldDirty: true });
              if (event.target.checked) setValue("maxWaitSeconds", String(2 * Number(maxRun) || ""));
            }}
          />
        </div>
        {isSpot ? (
          <FormField
            name="maxWaitSeconds"
            label="Longest wait and run (s)"
            required
            help="Waiting for capacity and running together."
          >
            {(ids) => <Input {...ids} inputMode="numeric" {...register("maxWaitSeconds")} />}
          </FormField>
        ) : null}
        <S3UriField
          name="checkpointUri"
          label="Checkpoints in S3"
          kind="prefix"
          help="Copied there while the script runs, and back when it begins again."
          placeholder="s3://bucket/checkpoints"
          {...(!isSpot && { className: "sm:col-start-1" })}
        />
        <FormField name="checkpointPath" label="Checkpoints in the container" help="/opt/ml/checkpoints by default.">
          {(ids) => <Input {...ids} mono autoComplete="off" {...register("checkpointPath")} />}
        </FormField>
      </div>
    </Panel>
  );
}

function inWords(seconds: unknown): string {
  const value = Number(seconds);
  return Number.isFinite(value) && value > 0 ? formatDuration(value * 1000) : "In seconds";
}
