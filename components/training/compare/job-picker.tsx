"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Combobox } from "@/components/ui/combobox";
import { useDebounced } from "@/components/ui/use-debounced";
import { MAX_COMPARED_JOBS } from "@/lib/training/compare/jobs";
import { trainingQueries } from "@/lib/training/queries";

const OFFERED = 30;
const TYPING_REST_MS = 250;

/** Adds a job to the comparison: the newest ones, and any other by a part of its name. */
export function JobPicker({ taken, onAdd }: { taken: readonly string[]; onAdd: (name: string) => void }) {
  const { id } = useWorkspace();
  const [typed, setTyped] = useState("");
  // Names hold nothing else, and SageMaker refuses a filter that does.
  const search = useDebounced(typed.replace(/[^a-zA-Z0-9-]/g, ""), TYPING_REST_MS);
  const list = useQuery({
    ...trainingQueries.list(id, { search, sort: "created", order: "desc", limit: OFFERED }),
    placeholderData: keepPreviousData,
  });
  const isFull = taken.length >= MAX_COMPARED_JOBS;
  const offered = (list.data?.items ?? []).filter(({ name }) => !taken.includes(name));
  return (
    <Combobox
      aria-label="Add a job"
      className="w-80 max-w-full max-sm:w-full"
      items={offered.map(({ name, status }) => ({ value: name, label: name, description: status }))}
      value={null}
      onChange={(name) => name && onAdd(name)}
      onTyped={setTyped}
      disabled={isFull}
      placeholder={isFull ? `${MAX_COMPARED_JOBS} jobs are as many as fit` : "Add a job by its name"}
      empty={
        list.isPending ? "Looking for jobs…" : list.isError ? "The jobs could not be listed." : "No other job matches."
      }
    />
  );
}
