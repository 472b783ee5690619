"use client";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import { draftFromBody } from "@/lib/inference/draft";
import type { Input } from "@/lib/inference/inputs/registry";

/** The task's examples that its form can show; one click fills the form. */
export function ExampleButtons({ task, onInput }: { task: Task; onInput: (input: Input) => void }) {
  const examples = task.examples.flatMap(({ label, contentType, body }) => {
    if (contentType !== "application/json") return [];
    const draft = draftFromBody(task, JSON.stringify(body));
    return draft.mode === "form" ? [{ label, input: draft.input }] : [];
  });
  return (
    <div className="-mx-2.5 flex flex-wrap gap-1">
      {examples.map(({ label, input }) => (
        <Button key={label} size="sm" variant="ghost" onClick={() => onInput(input)}>
          {examples.length === 1 ? "Use the example" : label}
        </Button>
      ))}
    </div>
  );
}
