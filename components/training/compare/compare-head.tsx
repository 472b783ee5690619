"use client";

import { X } from "lucide-react";

import { IconButton } from "@/components/ui/icon-button";
import { hueAt } from "@/lib/charts/align-lines";
import type { ComparedJob } from "@/lib/training/compare/view";

import { TrainingJobLink } from "../training-link";

type Props = { jobs: readonly ComparedJob[]; onRemove: (name: string) => void };

/** A column for each job, in the colour of its curves. */
export function CompareHead({ jobs, onRemove }: Props) {
  return (
    <thead>
      <tr>
        <td className="sticky left-0 z-10 w-52 border-b border-border bg-panel max-sm:w-26 max-sm:border-r" />
        {jobs.map(({ name, job }, index) => (
          <th key={name} scope="col" className="h-11 border-b border-border px-3 text-left font-medium">
            <span className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className="h-1 w-4 shrink-0 rounded-full"
                style={{ backgroundColor: `var(--chart-${hueAt(index)})` }}
              />
              <span className="min-w-0 flex-1">
                {job ? <TrainingJobLink name={name} /> : <span className="font-mono text-sm break-all">{name}</span>}
              </span>
              <IconButton size="sm" label={`Do not compare ${name}`} onClick={() => onRemove(name)}>
                <X aria-hidden="true" />
              </IconButton>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
