"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { taskById } from "@/catalog/tasks/select";
import { FormField } from "@/components/aws-form/form-field";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Input } from "@/components/ui/input";
import type { RadioTile } from "@/components/ui/radio-tiles";
import { RelativeTime } from "@/components/ui/relative-time";
import { useDebounced } from "@/components/ui/use-debounced";
import { deviceOfImage } from "@/lib/deploy/from-link";
import { commonInstance } from "@/lib/instances/offered";
import { modelQueries } from "@/lib/models/queries";
import type { ModelRow } from "@/lib/models/view";
import type { TransformFormValues } from "@/lib/transform/schema";

import { ChoiceList } from "./choice-list";

/** One of SageMaker's models, found by a part of its name, or named outright. */
export function ExistingModel() {
  const { id } = useWorkspace();
  const { control, register, setValue, getValues } = useFormContext<TransformFormValues>();
  const chosen = useWatch({ control, name: "modelName" });
  const [search, setSearch] = useState("");
  const rested = useDebounced(search.trim(), 250);
  const models = useQuery(modelQueries.list(id, rested));

  function choose(row: ModelRow | undefined) {
    if (!row) return;
    setValue("modelName", row.name, { shouldDirty: true, shouldValidate: true });
    // The instance types that fit follow from the image.
    const image = row.image ?? "";
    if (deviceOfImage(image) !== deviceOfImage(getValues("image"))) {
      setValue("instanceType", commonInstance("transform", deviceOfImage(image)), { shouldDirty: true });
    }
    setValue("image", image, { shouldDirty: true });
  }

  return (
    <div className="flex flex-col gap-4">
      <ChoiceList
        label="Models"
        search={search}
        onSearch={setSearch}
        query={models}
        tiles={({ items }) => items.map(toTile)}
        value={chosen || null}
        onChoose={(name) => choose(models.data?.items.find((row) => row.name === name))}
        empty={
          rested ? `No model's name contains “${rested}”.` : "SageMaker has no model here yet: deploying makes one."
        }
        more={({ hasMore }) => (hasMore ? "There are older ones: search by a part of the name." : null)}
      />
      <FormField name="modelName" label="Model name" required help="As SageMaker knows it; chosen above or typed.">
        {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...register("modelName")} />}
      </FormField>
    </div>
  );
}

function toTile({ name, createdAt, image, task, source }: ModelRow): RadioTile<string> {
  const parsed = parseImageUri(image ?? "");
  const container = parsed.ok ? describeContainer(parsed.container) : image;
  return {
    value: name,
    label: <span className="font-mono text-sm break-all">{name}</span>,
    aside: createdAt ? <RelativeTime at={createdAt} /> : null,
    description: [task ? (taskById(task)?.label ?? task) : "task not named", source, container]
      .filter(Boolean)
      .join(" · "),
  };
}
