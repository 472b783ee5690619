import { ChevronRight } from "lucide-react";

import { ScrollArea } from "../scroll-area";

type Props = {
  text: string;
  /** The model still thinks. */
  isOpen?: boolean;
};

/** What a model thought before it answered, folded away. */
export function Reasoning({ text, isOpen = false }: Props) {
  return (
    <details className="group/reasoning">
      <summary className="flex min-h-6 w-fit list-none items-center gap-1 rounded-sm text-sm text-muted hover:text-foreground">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 transition-transform group-open/reasoning:rotate-90"
        />
        {isOpen ? "Reasoning…" : "Reasoning"}
      </summary>
      <ScrollArea className="mt-1 ml-2 max-h-60 border-l-2 border-border pl-3">
        <p className="text-sm break-words whitespace-pre-wrap text-muted">{text}</p>
      </ScrollArea>
    </details>
  );
}
