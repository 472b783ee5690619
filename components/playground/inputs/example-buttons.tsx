"use client";

import { ChevronDown } from "lucide-react";
import { toast } from "sonner";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Filled } from "@/lib/inference/draft";
import { type Example, examplesOf, fillExample } from "@/lib/inference/examples";

const REFERENCE = "Hugging Face reference page";

type Props = {
  task: Task;
  modelId: string | null;
  /** What stands in the form, for bringing it back. */
  filled: Filled;
  onFilled: (filled: Filled) => void;
};

/** The task's examples; one click fills input and parameters, and another brings back what stood there. */
export function ExampleButtons({ task, modelId, filled, onFilled }: Props) {
  const [first, ...others] = examplesOf(task, modelId);
  // It is what people who come from the documentation look for: always one click away.
  const reference = others.find((example) => example.source === REFERENCE);
  const more = others.filter((example) => example !== reference);
  const { input, parameters } = filled;

  async function use(example: Example) {
    try {
      onFilled(await fillExample(task, example));
      toast(`Filled in with an example ${from(example)}.`, {
        action: { label: "Undo", onClick: () => onFilled({ input, parameters }) },
      });
    } catch (cause) {
      toast.error(cause instanceof Error ? cause.message : "The example could not be loaded.");
    }
  }

  if (!first) return null;
  return (
    <div className="-mx-2.5 -my-1 flex flex-wrap items-center gap-1">
      <Button size="sm" variant="ghost" onClick={() => void use(first)} className="text-accent-text">
        Use the example
      </Button>
      {reference ? (
        <Button size="sm" variant="ghost" onClick={() => void use(reference)}>
          From the reference page
        </Button>
      ) : null}
      {more.length > 0 ? (
        <Menu
          align="start"
          className="max-w-88"
          trigger={
            <Button size="sm" variant="ghost">
              More examples
              <ChevronDown aria-hidden="true" />
            </Button>
          }
        >
          {more.map((example) => (
            <MenuItem key={example.label} onSelect={() => void use(example)}>
              {example.label}
              <span className="block text-xs text-muted first-letter:uppercase">{from(example)}</span>
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </div>
  );
}

function from({ source }: Example): string {
  if (source === REFERENCE) return `from the ${REFERENCE}`;
  return /^(made|written|a) /.test(source) ? source.replace(/^a /, "from a ") : `from ${source}`;
}
