"use client";

import { Trash2 } from "lucide-react";
import { useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { EnvironmentRows } from "@/components/aws-form/environment-rows";
import { FormField } from "@/components/aws-form/form-field";
import { KeptSecrets } from "@/components/aws-form/kept-secrets";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { offeredInstances } from "@/lib/instances/offered";
import type { UpdateFormValues } from "@/lib/updates/schema";

type VariantFieldsProps = { index: number; isNew: boolean; onRemove: (() => void) | null };

/** Everything that an update may change of one variant. */
export function VariantFields({ index, isNew, onRemove }: VariantFieldsProps) {
  const { control, register } = useFormContext<UpdateFormValues>();
  const wish = useWatch({ control, name: `variants.${index}` });
  const at = `variants.${index}` as const;
  if (!wish) return null;
  const parsed = parseImageUri(wish.image);
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2">
          {wish.isShadow ? "Shadow variant" : "Variant"} <span className="font-mono">{wish.name}</span>
          {isNew ? <Badge>new</Badge> : null}
        </span>
      }
      description={
        wish.isShadow ? "Gets copies of requests. Nobody sees its answers; its metrics show how it does." : undefined
      }
      actions={
        onRemove ? (
          <Button size="sm" onClick={onRemove}>
            <Trash2 aria-hidden="true" />
            Remove {wish.name}
          </Button>
        ) : null
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {isNew ? (
          <FormField name={`${at}.name`} label="Variant name" required className="sm:col-span-2">
            {(ids) => <Input {...ids} mono {...register(`${at}.name`)} />}
          </FormField>
        ) : null}
        <FormField name={`${at}.source`} label="Model" help="A Hub id, bundled/name, or s3://…/model.tar.gz." required>
          {(ids) => <Input {...ids} mono spellCheck={false} autoComplete="off" {...register(`${at}.source`)} />}
        </FormField>
        <FormField name={`${at}.revision`} label="Revision" help="Branch, tag or commit on the Hub.">
          {(ids) => <Input {...ids} mono spellCheck={false} autoComplete="off" {...register(`${at}.revision`)} />}
        </FormField>
        <FormField
          name={`${at}.image`}
          label="Image URI"
          required
          className="sm:col-span-2"
          help={parsed.ok ? describeContainer(parsed.container) : "An image that the catalogue does not know."}
        >
          {(ids) => <Input {...ids} mono spellCheck={false} autoComplete="off" {...register(`${at}.image`)} />}
        </FormField>
        {wish.instanceType === null ? <ServerlessFields at={at} /> : <InstanceFields at={at} image={wish.image} />}
        <FormField
          name={`${at}.weight`}
          label="Weight"
          required
          help={
            wish.isShadow
              ? "Against the other variant's weight: the share of requests that is copied."
              : "Its share of the traffic, against the sum of all weights."
          }
        >
          {(ids) => <Input {...ids} type="number" step="any" min={0} {...register(`${at}.weight`)} />}
        </FormField>
        <div className="flex flex-col gap-3 sm:col-span-2">
          <KeptVariables index={index} />
          <EnvironmentRows at={`${at}.environment`} />
        </div>
      </div>
    </Panel>
  );
}

type At = `variants.${number}`;

function InstanceFields({ at, image }: { at: At; image: string }) {
  const { register } = useFormContext<UpdateFormValues>();
  const listId = useId();
  const offered = offeredInstances(image, { use: "hosting", all: true, search: "" }).filter(({ reason }) => !reason);
  return (
    <>
      <FormField name={`${at}.instanceType`} label="Instance type" required>
        {(ids) => (
          <>
            <Input {...ids} mono list={listId} autoComplete="off" {...register(`${at}.instanceType`)} />
            <datalist id={listId}>
              {offered.map(({ instance }) => (
                <option key={instance.type} value={instance.type} />
              ))}
            </datalist>
          </>
        )}
      </FormField>
      <FormField name={`${at}.instanceCount`} label="Number of instances" required>
        {(ids) => <Input {...ids} type="number" inputMode="numeric" min={1} {...register(`${at}.instanceCount`)} />}
      </FormField>
    </>
  );
}

function ServerlessFields({ at }: { at: At }) {
  const { register } = useFormContext<UpdateFormValues>();
  return (
    <>
      <FormField name={`${at}.serverlessMemoryMiB`} label="Memory (MB)" required help="1024 to 6144, in steps of 1024.">
        {(ids) => (
          <Input {...ids} type="number" step={1024} min={1024} max={6144} {...register(`${at}.serverlessMemoryMiB`)} />
        )}
      </FormField>
      <FormField name={`${at}.serverlessMaxConcurrency`} label="Calls at once" required help="1 to 200.">
        {(ids) => <Input {...ids} type="number" min={1} max={200} {...register(`${at}.serverlessMaxConcurrency`)} />}
      </FormField>
    </>
  );
}

function KeptVariables({ index }: { index: number }) {
  const { control, setValue } = useFormContext<UpdateFormValues>();
  const at = `variants.${index}.keptSecrets` as const;
  const kept = useWatch({ control, name: at });
  return <KeptSecrets kept={kept ?? []} onChange={(next) => setValue(at, next, { shouldDirty: true })} />;
}
