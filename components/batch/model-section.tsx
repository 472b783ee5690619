"use client";

import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { BUNDLED_MODELS } from "@/catalog/bundled-models/data";
import { tasksByInput } from "@/catalog/tasks/select";
import { FormField, useFieldError } from "@/components/aws-form/form-field";
import { ArchiveField } from "@/components/deploy/archive-field";
import { HubModelNote } from "@/components/deploy/hub-model-note";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { RadioTiles } from "@/components/ui/radio-tiles";
import { Select } from "@/components/ui/select";
import { bundledTask } from "@/lib/deploy/from-link";
import type { TransformFormValues } from "@/lib/transform/schema";

import { ExistingModel } from "./existing-model";
import { TrainedModelField } from "./trained-model";

type Choice = "existing" | "training" | "bundled" | "hub" | "s3";

/** The model: one that SageMaker has already, or one that is made with the job. */
export function ModelSection() {
  const { control, getValues, setValue } = useFormContext<TransformFormValues>();
  const [from, source] = useWatch({ control, name: ["modelFrom", "source"] });
  const { isEmulator } = useWorkspace();
  const error = useFieldError("source");
  // A training job's model is an archive in S3 like any other; only how it is found differs.
  const [isFromTraining, setFromTraining] = useState(false);
  const archive = isFromTraining && source === "s3" ? "training" : source;
  const chosen: Choice = from === "existing" ? "existing" : archive === "none" ? "hub" : archive;

  function choose(next: Choice) {
    setValue("modelFrom", next === "existing" ? "existing" : "new", { shouldDirty: true });
    if (next === "existing") return;
    setFromTraining(next === "training");
    setValue("source", next === "training" ? "s3" : next, { shouldDirty: true });
    if (next !== "bundled") return;
    const model = getValues("bundledModel") || (BUNDLED_MODELS[0]?.id ?? "");
    setValue("bundledModel", model);
    setValue("task", bundledTask(model));
  }

  return (
    <Panel title="Model" description="What answers the records. A new one is made first and stays afterwards.">
      <div className="flex flex-col gap-4">
        <RadioTiles
          label="Source of the model"
          name="batchModelSource"
          value={chosen}
          onChange={choose}
          tiles={[
            { value: "existing", label: "Existing model", description: "One that SageMaker has already." },
            {
              value: "training",
              label: "Training job",
              description: "What a completed job left, with an image that serves it.",
            },
            {
              value: "bundled",
              label: "Bundled model",
              description: "Small real models that come with the emulator.",
              disabled: !isEmulator,
              reason: isEmulator ? undefined : "Only in the emulator.",
            },
            { value: "hub", label: "Hugging Face Hub", description: "By its id; the container downloads it." },
            { value: "s3", label: "Archive in S3", description: "Your own model.tar.gz." },
          ]}
        />
        {error ? <p className="text-sm text-danger">{error}</p> : null}
        {chosen === "existing" ? <ExistingModel /> : null}
        {chosen === "training" ? <TrainedModelField /> : null}
        {chosen === "bundled" ? <BundledField /> : null}
        {chosen === "hub" ? <HubFields /> : null}
        {chosen === "s3" ? <ArchiveField /> : null}
        {chosen === "existing" ? null : <TaskField />}
      </div>
    </Panel>
  );
}

function BundledField() {
  const { register, setValue } = useFormContext<TransformFormValues>();
  return (
    <FormField name="bundledModel" label="Bundled model" required>
      {(ids) => (
        <Select
          {...ids}
          {...register("bundledModel", {
            onChange: (event) => setValue("task", bundledTask(String(event.target.value))),
          })}
        >
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
  const { register } = useFormContext<TransformFormValues>();
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <FormField name="hubModelId" label="Model id" required help="As on the Hub: owner/model.">
          {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...register("hubModelId")} />}
        </FormField>
        <FormField name="hubRevision" label="Revision" help="Branch, tag or commit; main by default.">
          {(ids) => <Input {...ids} mono autoComplete="off" placeholder="main" {...register("hubRevision")} />}
        </FormField>
      </div>
      <HubModelNote />
    </div>
  );
}

function TaskField() {
  const { register } = useFormContext<TransformFormValues>();
  return (
    <FormField name="task" label="Task" help="HF_TASK. Left open, the container reads it from the model's config.json.">
      {(ids) => (
        <Select {...ids} {...register("task")}>
          <option value="">Let the container find out</option>
          {tasksByInput().map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.tasks.map((task) => (
                <option key={task.id} value={task.id}>
                  {task.label}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </FormField>
  );
}
