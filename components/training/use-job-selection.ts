"use client";

import { useState } from "react";

import { stopRefusal } from "@/lib/training/job-status";
import type { TrainingJobSummary, TrainingStatus } from "@/lib/training/job-view";

/** Which jobs of the table are selected. They stay so on other pages and under other filters, in the order of choosing. */
export function useJobSelection(rows: readonly TrainingJobSummary[]) {
  const [selected, setSelected] = useState<ReadonlyMap<string, TrainingStatus>>(new Map());
  const shown = new Map(rows.map(({ name, status }) => [name, status]));

  function select(names: readonly string[]) {
    const ordered = [...[...selected.keys()].filter((name) => names.includes(name)), ...names];
    // What a job did when it was last seen: it may stand on another page now.
    setSelected(new Map(ordered.map((name) => [name, shown.get(name) ?? selected.get(name) ?? "InProgress"])));
  }

  const names = [...selected.keys()];
  const running = names.filter((name) => {
    const status = shown.get(name) ?? selected.get(name);
    return status !== undefined && stopRefusal(status) === null;
  });
  return { names, running, select, clear: () => setSelected(new Map()) };
}
