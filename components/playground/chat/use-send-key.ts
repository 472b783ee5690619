"use client";

import { useSyncExternalStore } from "react";

/** Which keys send a message: Enter, or Enter with the modifier key so that Enter alone begins a line. */
export type SendKey = "enter" | "modifier";

const KEY = "playground-send-key";
const listeners = new Set<() => void>();

/** The person's choice, kept in this browser. */
export function useSendKey(): [SendKey, (value: SendKey) => void] {
  const value = useSyncExternalStore(subscribe, read, () => "enter" as const);
  return [
    value,
    (next) => {
      localStorage.setItem(KEY, next);
      for (const listener of listeners) listener();
    },
  ];
}

function read(): SendKey {
  return localStorage.getItem(KEY) === "modifier" ? "modifier" : "enter";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
