"use client";

import { useSyncExternalStore } from "react";

type Overlay = "palette" | "keys" | null;

let open: Overlay = null;
const listeners = new Set<() => void>();

/** Which of the two keyboard overlays is open; anything in the shell may open one. */
export function useOverlay(): Overlay {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  );
}

export function openPalette(): void {
  set("palette");
}

export function openKeyList(): void {
  set("keys");
}

export function closeOverlay(): void {
  set(null);
}

function set(next: Overlay): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
