"use client";

import { createContext, type RefObject, use } from "react";
import { useFormContext } from "react-hook-form";

import { bundledTask } from "@/lib/deploy/from-link";
import { suggestEndpointName } from "@/lib/deploy/names";
import type { DeployFormValues, DeploySourceKind } from "@/lib/deploy/schema";

type Suggestions = { endpointName: string; task: string };

/** What the form suggested last: a value that differs from it is the person's own, or their link's. */
export const SuggestedContext = createContext<RefObject<Suggestions> | null>(null);

/** What follows from the model alone. */
export function suggestionsFor(values: DeployFormValues, source: DeploySourceKind = values.source): Suggestions {
  const { bundledModel, hubModelId, modelDataUrl } = values;
  const file = modelDataUrl.split("/").at(-1) ?? "";
  const archive = file.replace(/\.(tar\.gz|tgz)$/, "");
  const model = { bundled: bundledModel, hub: hubModelId, s3: archive === "model" ? "" : archive, none: "" }[source];
  return { endpointName: suggestEndpointName(model), task: source === "bundled" ? bundledTask(bundledModel) : "" };
}

/** Fills in what follows from the model, as long as the person has not chosen it themselves. */
export function useSuggestions() {
  const { getValues, setValue } = useFormContext<DeployFormValues>();
  const suggested = use(SuggestedContext);

  function suggestFor(source: DeploySourceKind) {
    const next = suggestionsFor(getValues(), source);
    for (const field of ["endpointName", "task"] as const) {
      const value = getValues(field);
      if (value === "" || value === suggested?.current[field]) setValue(field, next[field]);
    }
    if (suggested) suggested.current = next;
  }

  /** Fills in the task that the Hub names. */
  function suggestTask(task: string) {
    const value = getValues("task");
    if (value !== "" && value !== suggested?.current.task) return;
    setValue("task", task);
    if (suggested) suggested.current = { ...suggested.current, task };
  }

  return { suggestFor, suggestTask };
}
