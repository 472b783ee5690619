"use client";

import { useFormContext } from "react-hook-form";

import { bundledTask } from "@/lib/deploy/from-link";
import { suggestEndpointName } from "@/lib/deploy/names";
import type { DeployFormValues, DeploySourceKind } from "@/lib/deploy/schema";

/** Fills in what follows from the model, as long as the person has not typed it themselves. */
export function useSuggestions() {
  const { getValues, getFieldState, setValue } = useFormContext<DeployFormValues>();

  function suggestFor(source: DeploySourceKind) {
    const { bundledModel, hubModelId, modelDataUrl } = getValues();
    const archive =
      modelDataUrl
        .split("/")
        .at(-1)
        ?.replace(/\.(tar\.gz|tgz)$/, "") ?? "";
    const model = { bundled: bundledModel, hub: hubModelId, s3: archive === "model" ? "" : archive }[source];
    if (!getFieldState("endpointName").isDirty) setValue("endpointName", suggestEndpointName(model));
    if (!getFieldState("task").isDirty) setValue("task", source === "bundled" ? bundledTask(bundledModel) : "");
  }

  return { suggestFor };
}
