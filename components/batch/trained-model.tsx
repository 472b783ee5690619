"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormContext } from "react-hook-form";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { useDebounced } from "@/components/ui/use-debounced";
import { problemIn } from "@/lib/problem-in";
import { trainingQueries } from "@/lib/training/queries";
import { type TrainedModel, trainedModel } from "@/lib/training/trained-model";
import type { TransformFormValues } from "@/lib/transform/schema";

import { ChoiceList } from "./choice-list";

const SHOWN = 20;

/** The model that a completed training job left, with the image that can serve it. */
export function TrainedModelField() {
  const { id, region } = useWorkspace();
  const { setValue } = useFormContext<TransformFormValues>();
  const [search, setSearch] = useState("");
  const rested = useDebounced(search.trim(), 250);
  const jobs = useQuery(trainingQueries.list(id, { status: "Completed", search: rested, limit: SHOWN }));
  const queryClient = useQueryClient();
  const choice = useMutation({
    mutationFn: async (name: string) =>
      trainedModel(await queryClient.fetchQuery(trainingQueries.detail(id, name)), region),
    onSuccess: fillIn,
  });
  const model = choice.data;

  function fillIn({ archiveUri, image, task }: TrainedModel) {
    setValue("modelDataUrl", archiveUri ?? "", { shouldDirty: true, shouldValidate: true });
    if (image) setValue("image", image, { shouldDirty: true, shouldValidate: true });
    if (task) setValue("task", task, { shouldDirty: true });
  }

  return (
    <div className="flex flex-col gap-3">
      <ChoiceList
        label="Training jobs"
        search={search}
        onSearch={setSearch}
        query={jobs}
        tiles={({ items }) =>
          items.map(({ name, endedAt }) => ({
            value: name,
            label: <span className="font-mono text-sm break-all">{name}</span>,
            aside: endedAt ? <RelativeTime at={endedAt} /> : null,
          }))
        }
        value={choice.variables ?? null}
        onChoose={(name) => choice.mutate(name)}
        empty={
          rested ? `No completed training job's name contains “${rested}”.` : "No training job has completed here yet."
        }
        more={({ nextCursor }) => (nextCursor ? "There are older ones: search by a part of the name." : null)}
      />
      {choice.isError ? (
        <ErrorPanel title="The training job could not be read" problem={problemIn(choice.error)} />
      ) : null}
      {model?.archiveUri ? (
        <p className="font-mono text-sm break-all" role="status">
          {model.archiveUri}
        </p>
      ) : null}
      {model?.note ? <Callout tone={model.isRisky ? "warning" : "info"}>{model.note}</Callout> : null}
    </div>
  );
}
