"use client";

import { useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Problem } from "@/lib/errors";

export type ExampleWords = { name: string; note: string };

type Props = {
  initial: ExampleWords;
  /** The button's words. */
  action: string;
  busy: boolean;
  error: Problem | null;
  onSubmit: (words: ExampleWords) => void;
  onCancel: () => void;
};

/** A name and a note for an example. */
export function ExampleForm({ initial, action, busy, error, onSubmit, onCancel }: Props) {
  const [words, setWords] = useState(initial);
  const formId = useId();
  const nameError = error?.fieldErrors?.name?.[0];
  return (
    <form
      id={formId}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation(); // React hands it on to the form that the dialog was opened from
        if (!busy && words.name.trim()) onSubmit({ name: words.name.trim(), note: words.note.trim() });
      }}
    >
      <Field label="Name" required error={nameError}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={80}
            value={words.name}
            onChange={(event) => setWords({ ...words, name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Note" help="What it shows, or what to look at in the answer.">
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={300}
            value={words.note}
            onChange={(event) => setWords({ ...words, note: event.target.value })}
          />
        )}
      </Field>
      {error && !nameError ? <ErrorPanel problem={error} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy} disabled={!words.name.trim()}>
          {action}
        </Button>
      </div>
    </form>
  );
}
