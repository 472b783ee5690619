"use client";

import { useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { FormField, useFieldError } from "@/components/aws-form/form-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TrainingFormValues } from "@/lib/training/schema";

/** Content types that training images know; SageMaker takes any text. */
const CONTENT_TYPES = [
  "text/csv",
  "application/json",
  "application/jsonlines",
  "application/x-parquet",
  "application/x-recordio",
  "image/jpeg",
  "image/png",
  "text/libsvm",
  "text/plain",
];

/** How a channel is read; folded while everything is as usual. */
export function ChannelOptions({ index }: { index: number }) {
  const { control, register, setValue } = useFormContext<TrainingFormValues>();
  const path = `channels.${index}` as const;
  const row = useWatch({ control, name: path });
  const types = useId();
  const errors = [
    useFieldError(`${path}.mode`),
    useFieldError(`${path}.attributeNames`),
    useFieldError(`${path}.compression`),
    useFieldError(`${path}.recordWrapper`),
  ];
  const hasError = errors.some(Boolean);
  return (
    <details open={hasError || undefined} className="col-span-full max-sm:order-1">
      <summary className="cursor-pointer text-sm text-muted">
        How channel {index + 1} is read: {inWords(row)}
      </summary>
      <div className="grid gap-x-3 gap-y-2 pt-2 sm:grid-cols-2">
        <FormField name={`${path}.dataType`} label={`Data type ${index + 1}`}>
          {(ids) => (
            <Select {...ids} {...register(`${path}.dataType`)}>
              <option value="S3Prefix">Everything below the address</option>
              <option value="ManifestFile">A manifest that lists objects</option>
              <option value="AugmentedManifestFile">An augmented manifest, with labels</option>
            </Select>
          )}
        </FormField>
        <FormField name={`${path}.mode`} label={`Mode ${index + 1}`}>
          {(ids) => (
            <Select {...ids} {...register(`${path}.mode`)}>
              <option value="">As the job</option>
              <option value="File">File</option>
              <option value="FastFile">FastFile</option>
              <option value="Pipe">Pipe</option>
            </Select>
          )}
        </FormField>
        {row?.dataType === "AugmentedManifestFile" ? (
          <FormField
            name={`${path}.attributeNames`}
            label={`Attributes ${index + 1}`}
            required
            help="Up to 16, in the order in which they are sent."
            className="sm:col-span-2"
          >
            {(ids) => (
              <Input
                {...ids}
                mono
                autoComplete="off"
                placeholder="source-ref, label"
                {...register(`${path}.attributeNames`)}
              />
            )}
          </FormField>
        ) : null}
        <FormField name={`${path}.contentType`} label={`Content type ${index + 1}`}>
          {(ids) => (
            <>
              <Input
                {...ids}
                mono
                list={types}
                autoComplete="off"
                placeholder="text/csv"
                {...register(`${path}.contentType`)}
              />
              <datalist id={types}>
                {CONTENT_TYPES.map((type) => (
                  <option key={type} value={type} />
                ))}
              </datalist>
            </>
          )}
        </FormField>
        <FormField name={`${path}.compression`} label={`Compression ${index + 1}`} help="Pipe mode only.">
          {(ids) => (
            <Select {...ids} {...register(`${path}.compression`)}>
              <option value="None">None</option>
              <option value="Gzip">Gzip</option>
            </Select>
          )}
        </FormField>
        <FormField name={`${path}.recordWrapper`} label={`Record wrapper ${index + 1}`} help="Pipe mode only.">
          {(ids) => (
            <Select {...ids} {...register(`${path}.recordWrapper`)}>
              <option value="None">None</option>
              <option value="RecordIO">RecordIO</option>
            </Select>
          )}
        </FormField>
        <Checkbox
          label="Split between instances"
          help="Each instance gets a part of the objects (ShardedByS3Key)."
          className="self-end pb-1.5 text-sm"
          checked={row?.isSharded ?? false}
          onChange={(event) => setValue(`${path}.isSharded`, event.target.checked, { shouldDirty: true })}
        />
      </div>
    </details>
  );
}

function inWords(row: TrainingFormValues["channels"][number] | undefined): string {
  if (!row) return "";
  const parts = [
    row.dataType === "S3Prefix" ? null : row.dataType === "ManifestFile" ? "manifest" : "augmented manifest",
    row.mode ? `${row.mode} mode` : null,
    row.contentType || null,
    row.compression === "Gzip" ? "gzip" : null,
    row.recordWrapper === "RecordIO" ? "RecordIO" : null,
    row.isSharded ? "split between instances" : null,
  ].filter((part) => part !== null);
  return parts.join(", ") || "as the job reads its data";
}
