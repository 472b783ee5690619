"use client";

import { useFormContext } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { UpdateFormValues } from "@/lib/updates/schema";

/** Where requests and answers are written to. */
export function CaptureSection() {
  const { register } = useFormContext<UpdateFormValues>();
  return (
    <Panel title="Data capture" description="Writes requests and their answers to S3, to look at later.">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
        <S3UriField name="dataCaptureUri" label="Capture to" kind="prefix" help="Empty: nothing is captured." />
        <FormField name="dataCapturePercent" label="Share captured (%)" help="1 to 100.">
          {(ids) => <Input {...ids} inputMode="numeric" {...register("dataCapturePercent")} />}
        </FormField>
      </div>
    </Panel>
  );
}
