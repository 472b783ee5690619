"use client";

import { toast } from "sonner";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import type { Filled } from "@/lib/inference/draft";
import { type Example, examplesOf, fillExample } from "@/lib/inference/examples";

type Props = {
  task: Task;
  modelId: string | null;
  /** What stands in the form, for bringing it back. */
  filled: Filled;
  onFilled: (filled: Filled) => void;
};

/** The task's examples; one click fills input and parameters, and another brings back what stood there. */
export function ExampleButtons({ task, modelId, filled, onFilled }: Props) {
  async function use(example: Example) {
    try {
      const next = await fillExample(task, example);
      if (!next) throw new Error("The form has no place for this example.");
      onFilled(next);
      toast("The example fills the form.", { action: { label: "Undo", onClick: () => onFilled(filled) } });
    } catch (cause) {
      toast.error(cause instanceof Error ? cause.message : "The example could not be loaded.");
    }
  }
  return (
    <div className="-mx-2.5 flex flex-wrap gap-1">
      {examplesOf(task, modelId).map((example, at) => (
        <Button key={example.label} size="sm" variant="ghost" onClick={() => void use(example)}>
          {at === 0 ? "Use the example" : example.label}
        </Button>
      ))}
    </div>
  );
}
