"use client";

import { useEffect, useState } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { type Draft, draftFromBody, newDraft } from "@/lib/inference/draft";
import { fromShareHash } from "@/lib/inference/share";
import { draftOfBody } from "@/lib/playground/reopen";
import type { KeptBody } from "@/lib/playground/view";

/** Something that was opened into the form: a call of the past, a saved example. */
export type Opened = { id: string; request: KeptBody };

/**
 * What a person has typed, kept per task, so that switching the task and back loses nothing; what was opened has a
 * draft of its own, so that closing it brings back what stood there.
 */
export function useDraft(task: Task | null, image: string | null, opened: Opened | null) {
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [shared, setShared] = useState<string | null>(null);
  const keyOf = (id: string | undefined) => `${id ?? ""} ${task?.id ?? ""}`;
  const key = keyOf(opened?.id);

  useEffect(() => {
    // The part of the address after # never reaches the server, so it can be read only here.
    setShared(fromShareHash(window.location.hash));
  }, []);

  const fresh = () => (shared === null ? newDraft(task, image) : draftFromBody(task, shared));
  const start = (opened && draftOfBody(task, opened.request)) ?? fresh();
  const draft = drafts[key] ?? start;
  // By what stands there at that moment: a file that was read and an undo arrive late.
  const update = (next: (draft: Draft) => Draft) => setDrafts((all) => ({ ...all, [key]: next(all[key] ?? start) }));
  return {
    draft,
    /** Nothing was changed since it was opened. */
    isAsOpened: opened !== null && drafts[key] === undefined,
    change: (part: Partial<Draft>) => update((old) => ({ ...old, isTouched: true, ...part })),
    /** The form, or its JSON, for a body; it takes the place of what stands there. */
    restore: (body: string) => {
      const next = draftFromBody(task, body);
      setDrafts((all) => ({ ...all, [keyOf(undefined)]: next, [key]: next }));
    },
    /** What is in the form stays when that which was opened is closed. */
    keep: () => setDrafts((all) => ({ ...all, [keyOf(undefined)]: draft })),
    /** What is opened (again) comes as it was, whatever was changed since. */
    forget: (id: string) =>
      setDrafts((all) => Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith(`${id} `)))),
  };
}
