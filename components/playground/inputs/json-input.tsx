"use client";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { pretty } from "@/lib/inference/pretty-json";
import { jsonError } from "@/lib/inference/request";

import { LimitedTextarea } from "./limited-textarea";

type Props = {
  task: Task | null;
  json: string;
  /** Why the form cannot show it; null when it can. */
  formRefusal: string | null;
  onJson: (json: string) => void;
};

/** The request as JSON, checked while it is typed. */
export function JsonInput({ task, json, formRefusal, onJson }: Props) {
  const error = jsonError(json);
  const examples = task?.examples.filter((example) => example.contentType === "application/json") ?? [];
  return (
    <div className="flex flex-col gap-2">
      <Field label="Request body" required error={error ?? undefined} help={error ? undefined : "Valid JSON."}>
        {(ids) => (
          <LimitedTextarea
            {...ids}
            mono
            rows={10}
            spellCheck={false}
            className="min-h-48"
            value={json}
            onText={onJson}
          />
        )}
      </Field>
      <div className="-mx-2.5 flex flex-wrap gap-1">
        {examples.map((example) => (
          <Button
            key={example.label}
            size="sm"
            variant="ghost"
            onClick={() => onJson(JSON.stringify(example.body, null, 2))}
          >
            {examples.length === 1 ? "Use the example" : example.label}
          </Button>
        ))}
        <Button size="sm" variant="ghost" disabled={error !== null} onClick={() => onJson(pretty(json))}>
          Tidy up
        </Button>
      </div>
      {task && !error && formRefusal ? (
        <p role="status" className="text-sm text-muted">
          It stays JSON. {formRefusal}
        </p>
      ) : null}
      {task?.notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
    </div>
  );
}
