"use client";

import { useQueries } from "@tanstack/react-query";

import type { Task } from "@/catalog/tasks/schema";
import { taskById } from "@/catalog/tasks/select";
import { useWorkspace } from "@/components/shell/workspace-context";
import { cn } from "@/lib/cn";
import { endpointQueries } from "@/lib/endpoints/queries";
import { readResult } from "@/lib/inference/results/result";
import { answerInShort, type CompareTarget, targetKey } from "@/lib/playground/compare";

import { CompareColumn } from "./compare-column";
import type { Outcome, useComparison } from "./use-comparison";

type Props = {
  targets: readonly CompareTarget[];
  task: Task | null;
  comparison: ReturnType<typeof useComparison>;
  onRemove: (target: CompareTarget) => void;
};

/** The answers of two to four models side by side; below each other on a phone. */
export function CompareColumns({ targets, task, comparison, onRemove }: Props) {
  const { id } = useWorkspace();
  const endpoints = [...new Set(targets.map(({ endpoint }) => endpoint))];
  const details = useQueries({ queries: endpoints.map((endpoint) => endpointQueries.detail(id, endpoint)) });
  // The page's own endpoint does what its form says; another one is drawn by its own task where that is known.
  const tasks = targets.map(({ endpoint }) => {
    const known = details[endpoints.indexOf(endpoint)]?.data?.task ?? "";
    return endpoint === endpoints[0] ? task : (taskById(known) ?? task);
  });
  const inShort = targets.map((target, at) => shortOf(comparison.outcomes[targetKey(target)], tasks[at] ?? null));
  return (
    <section
      aria-label="Answers side by side"
      className={cn("grid items-start gap-4 md:grid-cols-2", targets.length > 2 && "2xl:grid-cols-4")}
    >
      {targets.map((target, at) => (
        <CompareColumn
          key={targetKey(target)}
          target={target}
          task={tasks[at] ?? null}
          outcome={comparison.outcomes[targetKey(target)]}
          verdict={at === 0 ? null : verdictOf(inShort[0] ?? null, inShort[at] ?? null)}
          onSend={(request) => comparison.run([target], request)}
          onRemove={at === 0 ? null : () => onRemove(target)}
        />
      ))}
    </section>
  );
}

function shortOf(outcome: Outcome | undefined, task: Task | null): string | null {
  if (outcome?.state !== "answered") return null;
  return answerInShort(readResult(task, outcome.request, outcome.answer.body));
}

function verdictOf(first: string | null, other: string | null): "same" | "differs" | null {
  if (first === null || other === null) return null;
  return first === other ? "same" : "differs";
}
