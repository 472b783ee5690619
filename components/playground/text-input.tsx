"use client";

import { useId } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { formatNumber } from "@/lib/format/numbers";
import { allowsBatch, type Draft, exampleText } from "@/lib/inference/draft";

import { LimitedTextarea } from "./limited-textarea";

type Props = { task: Task; draft: Draft; onDraft: (change: Partial<Draft>) => void };

const LABELS: Record<string, { label: string; placeholder: string }> = {
  "text-generation": { label: "Prompt", placeholder: "The beginning of a text that the model goes on with" },
  "token-classification": { label: "Text", placeholder: "A sentence with names of people, places or companies" },
};
const DEFAULT = { label: "Text", placeholder: "A sentence or two to judge" };

/** The text that the model reads, with an example one click away. */
export function TextInput({ task, draft, onDraft }: Props) {
  const id = useId();
  const { label, placeholder } = LABELS[task.id] ?? DEFAULT;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {draft.isBatch ? "Texts, one per line" : label}
        </label>
        <Button
          size="sm"
          variant="ghost"
          className="-mr-2.5"
          onClick={() => onDraft({ text: exampleText(task), isBatch: false })}
        >
          Use the example
        </Button>
      </div>
      <LimitedTextarea
        id={id}
        rows={5}
        className="min-h-32 text-lg"
        placeholder={placeholder}
        value={draft.text}
        onText={(text) => onDraft({ text })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
        {allowsBatch(task) ? (
          <Switch
            label={<span className="text-sm">Several texts, one per line</span>}
            checked={draft.isBatch}
            onCheckedChange={(isBatch) => onDraft({ isBatch })}
          />
        ) : (
          <span />
        )}
        <span className="tabular-nums">{formatNumber(draft.text.length)} characters</span>
      </div>
    </div>
  );
}
