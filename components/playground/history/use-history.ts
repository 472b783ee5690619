"use client";

import { useSyncExternalStore } from "react";

import { type HistoryEntry, withEntry } from "@/lib/inference/history";

const NONE: readonly HistoryEntry[] = [];
const listeners = new Set<() => void>();
const read = new Map<string, { text: string; entries: readonly HistoryEntry[] }>();

/** The calls of this browser session in a workspace, newest first; they stay in the tab and reach no server. */
export function useHistory(workspace: string) {
  const key = `playground-history:${workspace}`;
  const entries = useSyncExternalStore(
    subscribe,
    () => load(key),
    () => NONE,
  );
  return {
    entries,
    add(entry: HistoryEntry) {
      save(key, withEntry(load(key), entry));
    },
    clear() {
      save(key, []);
    },
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function load(key: string): readonly HistoryEntry[] {
  const text = sessionStorage.getItem(key) ?? "[]";
  const known = read.get(key);
  if (known?.text === text) return known.entries;
  const entries = JSON.parse(text) as HistoryEntry[];
  read.set(key, { text, entries });
  return entries;
}

function save(key: string, entries: HistoryEntry[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // Full: what was kept before is worth less than the newest call.
    sessionStorage.setItem(key, JSON.stringify(entries.slice(0, 1)));
  }
  for (const listener of listeners) listener();
}
