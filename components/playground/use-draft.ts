"use client";

import { useEffect, useState } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { type Draft, draftFromBody, newDraft } from "@/lib/inference/draft";
import { fromShareHash } from "@/lib/inference/share";

/** What a person has typed, kept per task, so that switching the task and back loses nothing. */
export function useDraft(task: Task | null, image: string | null) {
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [shared, setShared] = useState<string | null>(null);
  const key = task?.id ?? "";

  useEffect(() => {
    // The part of the address after # never reaches the server, so it can be read only here.
    setShared(fromShareHash(window.location.hash));
  }, []);

  const start = shared === null ? newDraft(task, image) : draftFromBody(task, shared);
  const draft = drafts[key] ?? start;
  return {
    draft,
    change: (part: Partial<Draft>) => setDrafts({ ...drafts, [key]: { ...draft, isTouched: true, ...part } }),
    restore: (body: string) => setDrafts({ ...drafts, [key]: draftFromBody(task, body) }),
  };
}
