"use client";

import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import { draftOf, fromDraft } from "@/lib/training/draft";
import type { TrainingFormValues, TrainingInput } from "@/lib/training/schema";

/** Typing is kept this long after its last key. */
const PAUSE_MS = 400;

/**
 * Keeps what is typed for a reload of the same address in the same tab, without secrets. `forget` lets go of it, because
 * the job was made or the person begins anew.
 */
export function useTrainingDraft(
  form: UseFormReturn<TrainingFormValues, unknown, TrainingInput>,
  initial: TrainingFormValues,
) {
  const [isRestored, setRestored] = useState(false);

  useEffect(() => {
    const key = draftKey();
    const kept = fromDraft(read(key), initial);
    if (kept) {
      // The fields stay known: inputs whose code is memoised do not register a second time.
      form.reset(kept, { keepDefaultValues: true, keepFieldsRef: true });
      setRestored(true);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = form.watch((_, { name }) => {
      // Only what a person changes; a reset names no field.
      if (!name || name === "stampedAt") return;
      clearTimeout(timer);
      timer = setTimeout(() => write(key, draftOf(form.getValues())), PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [form, initial]);

  function forget() {
    write(draftKey(), null);
    setRestored(false);
  }

  return { isRestored, forget };
}

function draftKey(): string {
  return `training-draft ${window.location.pathname}${window.location.search}`;
}

// Storage may be switched off or full; a draft is a comfort only.
function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, draft: string | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, draft);
  } catch {
    // See above.
  }
}
