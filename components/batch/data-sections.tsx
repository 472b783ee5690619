"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { TransformFormValues } from "@/lib/transform/schema";

const CONTENT_TYPES = [
  "application/json",
  "application/jsonlines",
  "text/csv",
  "text/plain",
  "image/jpeg",
  "image/png",
  "audio/wave",
  "audio/x-flac",
];

/** What is read, and how it becomes requests. */
export function InputSection() {
  const { register } = useFormContext<TransformFormValues>();
  const types = useId();
  return (
    <Panel title="Input" description="An object, everything below a prefix, or the objects that a manifest names.">
      <div className="grid gap-4 sm:grid-cols-2">
        <S3UriField
          name="inputUri"
          label="Input in S3"
          kind="any"
          required
          className="sm:col-span-2"
          placeholder="s3://bucket/folder/records.jsonl"
        />
        <FormField name="inputType" label="The address is">
          {(ids) => (
            <Select {...ids} {...register("inputType")}>
              <option value="S3Prefix">an object or a prefix</option>
              <option value="ManifestFile">a manifest file</option>
            </Select>
          )}
        </FormField>
        <FormField name="contentType" label="Content type" required help="What the container is told that a record is.">
          {(ids) => (
            <>
              <Input {...ids} mono list={types} autoComplete="off" {...register("contentType")} />
              <datalist id={types}>
                {CONTENT_TYPES.map((type) => (
                  <option key={type} value={type} />
                ))}
              </datalist>
            </>
          )}
        </FormField>
        <FormField name="splitType" label="Split" help="What counts as a record.">
          {(ids) => (
            <Select {...ids} {...register("splitType")}>
              <option value="Line">Each line</option>
              <option value="None">Whole file</option>
            </Select>
          )}
        </FormField>
        <FormField name="strategy" label="Records per request">
          {(ids) => (
            <Select {...ids} {...register("strategy")}>
              <option value="SingleRecord">One</option>
              <option value="MultiRecord">As many as fit into the payload</option>
            </Select>
          )}
        </FormField>
        <FormField name="maxPayloadMb" label="Payload (MB)" help="At most, for each request. 6 when left empty.">
          {(ids) => <Input {...ids} inputMode="numeric" placeholder="6" {...register("maxPayloadMb")} />}
        </FormField>
        <FormField name="maxConcurrent" label="Requests at once" help="For each instance. 1 when left empty.">
          {(ids) => <Input {...ids} inputMode="numeric" placeholder="1" {...register("maxConcurrent")} />}
        </FormField>
        <Checkbox label="The files are compressed by Gzip" className="sm:col-span-2" {...register("isGzip")} />
      </div>
    </Panel>
  );
}

/** Where answers go, and what stands in them. */
export function OutputSection() {
  const { register } = useFormContext<TransformFormValues>();
  return (
    <Panel title="Output" description="Each input gets an object of its own name with .out behind it.">
      <div className="grid gap-4 sm:grid-cols-2">
        <S3UriField name="outputUri" label="Output in S3" kind="prefix" required className="sm:col-span-2" />
        <FormField name="accept" label="Answers as" help="The Accept header. Left empty, the container chooses.">
          {(ids) => <Input {...ids} mono autoComplete="off" {...register("accept")} />}
        </FormField>
        <FormField name="assembleWith" label="Assemble" help="What stands between the answers.">
          {(ids) => (
            <Select {...ids} {...register("assembleWith")}>
              <option value="Line">Line breaks</option>
              <option value="None">Nothing</option>
            </Select>
          )}
        </FormField>
        <Checkbox
          label="Join each record with its answer"
          help="JSON gets the answer as SageMakerOutput, a CSV row the answer's fields behind its own."
          className="sm:col-span-2"
          {...register("isJoined")}
        />
        <FormField
          name="inputFilter"
          label="Input filter"
          help="The part of a record that the model sees, as JSONPath."
        >
          {(ids) => <Input {...ids} mono autoComplete="off" placeholder="$" {...register("inputFilter")} />}
        </FormField>
        <FormField name="outputFilter" label="Output filter" help="The part that is kept: $['id','SageMakerOutput'].">
          {(ids) => <Input {...ids} mono autoComplete="off" placeholder="$" {...register("outputFilter")} />}
        </FormField>
      </div>
    </Panel>
  );
}

/** What is seldom changed; AWS's defaults stand in the fields. */
export function MoreSection() {
  const { register } = useFormContext<TransformFormValues>();
  return (
    <Panel title="Name and limits">
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="jobName"
          label="Name"
          help="Left empty, one is made of the model and the time."
          className="sm:col-span-2"
        >
          {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...register("jobName")} />}
        </FormField>
        <FormField name="timeoutSeconds" label="Time-out of a request (s)" help="600 when left empty.">
          {(ids) => <Input {...ids} inputMode="numeric" placeholder="600" {...register("timeoutSeconds")} />}
        </FormField>
        <FormField name="maxRetries" label="Retries of a request" help="3 when left empty.">
          {(ids) => <Input {...ids} inputMode="numeric" placeholder="3" {...register("maxRetries")} />}
        </FormField>
        <FormField name="outputKmsKeyId" label="KMS key of the output" className="sm:col-span-2">
          {(ids) => <Input {...ids} mono autoComplete="off" {...register("outputKmsKeyId")} />}
        </FormField>
      </div>
    </Panel>
  );
}
