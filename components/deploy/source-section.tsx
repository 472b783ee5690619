"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { BUNDLED_MODELS } from "@/catalog/bundled-models/data";
import { FormField, useFieldError } from "@/components/aws-form/form-field";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { RadioTiles } from "@/components/ui/radio-tiles";
import { Select } from "@/components/ui/select";
import type { DeployFormValues, DeploySourceKind } from "@/lib/deploy/schema";
import { TEMPLATES } from "@/lib/own-code/templates";
import { ArchiveField } from "./archive-field";
import { HubModelNote } from "./hub-model-note";
import { useSuggestions } from "./use-suggestions";

/** Where the model comes from. What was typed for one source stays when another is looked at. */
export function SourceSection() {
  const { control, getValues, setValue } = useFormContext<DeployFormValues>();
  const source = useWatch({ control, name: "source" });
  const { isEmulator } = useWorkspace();
  const { suggestFor } = useSuggestions();
  const error = useFieldError("source");

  function choose(chosen: DeploySourceKind) {
    setValue("source", chosen, { shouldDirty: true });
    if (chosen === "none") {
      setValue("ownCode", true, { shouldDirty: true });
      if (!getValues("inferencePy")) setValue("inferencePy", TEMPLATES.hooks.inferencePy);
    }
    suggestFor(chosen);
  }

  return (
    <Panel title="Model" description="What the endpoint serves.">
      <div className="flex flex-col gap-4">
        <RadioTiles
          label="Source of the model"
          name="source"
          value={source}
          onChange={choose}
          tiles={[
            {
              value: "bundled",
              label: "Bundled model",
              description: "Small real models that come with the emulator.",
              disabled: !isEmulator,
              reason: isEmulator ? undefined : "Only in the emulator.",
            },
            { value: "hub", label: "Hugging Face Hub", description: "By its id; the container downloads it." },
            { value: "s3", label: "Archive in S3", description: "Your own model.tar.gz." },
            { value: "none", label: "No model", description: "Inference code of your own, and nothing else." },
          ]}
        />
        {error ? <p className="text-sm text-danger">{error}</p> : null}
        {source === "bundled" ? <BundledFields /> : null}
        {source === "hub" ? <HubFields /> : null}
        {source === "s3" ? <ArchiveField /> : null}
      </div>
    </Panel>
  );
}

function BundledFields() {
  const { register } = useFormContext<DeployFormValues>();
  const { suggestFor } = useSuggestions();
  return (
    <FormField name="bundledModel" label="Bundled model" required>
      {(ids) => (
        <Select {...ids} {...register("bundledModel", { onChange: () => suggestFor("bundled") })}>
          {BUNDLED_MODELS.map((model) => (
            <option key={model.id} value={model.id}>
              {model.label} – {model.description}
            </option>
          ))}
        </Select>
      )}
    </FormField>
  );
}

function HubFields() {
  const { register } = useFormContext<DeployFormValues>();
  const { suggestFor } = useSuggestions();
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <FormField name="hubModelId" label="Model id" required help="As on the Hub: owner/model.">
          {(ids) => (
            <Input
              {...ids}
              mono
              autoComplete="off"
              spellCheck={false}
              placeholder="distilbert/distilbert-base-uncased"
              {...register("hubModelId", { onChange: () => suggestFor("hub") })}
            />
          )}
        </FormField>
        <FormField name="hubRevision" label="Revision" help="Branch, tag or commit; main by default.">
          {(ids) => <Input {...ids} mono autoComplete="off" placeholder="main" {...register("hubRevision")} />}
        </FormField>
      </div>
      <HubModelNote />
    </div>
  );
}
