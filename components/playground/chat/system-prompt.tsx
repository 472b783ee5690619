"use client";

import { ChevronRight } from "lucide-react";

import { Textarea } from "@/components/ui/textarea";

type Props = { value: string; disabled: boolean; onChange: (value: string) => void };

/** What the model is told before the conversation; folded away, because most conversations need none. */
export function SystemPrompt({ value, disabled, onChange }: Props) {
  const firstLine = value.trim().split("\n")[0];
  return (
    <details className="group border-b border-border px-4 py-2.5">
      <summary className="flex list-none items-center gap-1.5 text-sm font-medium">
        <ChevronRight aria-hidden="true" className="size-4 text-muted transition-transform group-open:rotate-90" />
        System prompt
        <span className="min-w-0 truncate font-normal text-muted group-open:hidden">{firstLine || "none"}</span>
      </summary>
      <Textarea
        aria-label="System prompt"
        placeholder="For example: Answer in one short sentence."
        className="mt-2 max-h-48"
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="pt-1 text-sm text-muted">Sent before the conversation with each message.</p>
    </details>
  );
}
