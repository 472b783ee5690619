"use client";

import { useId } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { Switch } from "@/components/ui/switch";
import { formatNumber } from "@/lib/format/numbers";
import type { InputValues } from "@/lib/inference/inputs/input-form";

import { LimitedTextarea } from "./limited-textarea";

type Value = InputValues["text"];
type Props = { task: Task; value: Value; onValue: (value: Value) => void };

const LABELS: Record<string, { label: string; placeholder: string }> = {
  "text-generation": { label: "Prompt", placeholder: "The beginning of a text that the model goes on with" },
  "token-classification": { label: "Text", placeholder: "A sentence with names of people, places or companies" },
};
const DEFAULT = { label: "Text", placeholder: "A sentence or two to judge" };

/** The text that the model reads; several at once, one per line. */
export function TextInput({ task, value, onValue }: Props) {
  const id = useId();
  const { label, placeholder } = LABELS[task.id] ?? DEFAULT;
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {value.isBatch ? "Texts, one per line" : label}
      </label>
      <LimitedTextarea
        id={id}
        rows={5}
        className="min-h-32 text-lg"
        placeholder={placeholder}
        value={value.text}
        onText={(text) => onValue({ ...value, text })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
        <Switch
          label={<span className="text-sm">Several texts, one per line</span>}
          checked={value.isBatch}
          onCheckedChange={(isBatch) => onValue({ ...value, isBatch })}
        />
        <span className="tabular-nums">{formatNumber(value.text.length)} characters</span>
      </div>
    </div>
  );
}
