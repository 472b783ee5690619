"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { taskById } from "@/catalog/tasks/select";
import { useCan, useWorkspace } from "@/components/shell/workspace-context";
import { useDebounced } from "@/components/ui/use-debounced";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { hubQueries } from "@/lib/hub/queries";
import { isHubId } from "@/lib/hub/schema";
import { hubModelWords } from "@/lib/hub/words";

import { useSuggestions } from "./use-suggestions";

const TYPING_REST_MS = 600;

/** What the Hub says of the model while its id is typed; it suggests the task and holds nothing up. */
export function HubModelNote() {
  const { id: workspaceId } = useWorkspace();
  const { control } = useFormContext<DeployFormValues>();
  const [id = "", revision = ""] = useWatch({ control, name: ["hubModelId", "hubRevision"] });
  const restedId = useDebounced(id.trim(), TYPING_REST_MS);
  const restedRevision = useDebounced(revision.trim(), TYPING_REST_MS);
  const isWorthAsking = useCan("endpoint:deploy") && isHubId(restedId);
  const look = useQuery({ ...hubQueries.model(workspaceId, restedId, restedRevision), enabled: isWorthAsking });
  const { suggestTask } = useSuggestions();

  const task = look.data?.state === "found" && look.data.task && taskById(look.data.task) ? look.data.task : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: suggests once for each answer, not at each keystroke.
  useEffect(() => {
    if (task) suggestTask(task);
  }, [task, restedId]);

  return (
    <p aria-live="polite" className="min-h-5 text-sm text-muted">
      {isWorthAsking && look.isFetching && !look.data ? "Looking at the Hub…" : null}
      {isWorthAsking && look.data ? hubModelWords(restedId, look.data) : null}
      {isWorthAsking && look.isError ? hubModelWords(restedId, { state: "unknown", reason: "unreachable" }) : null}
    </p>
  );
}
