"use client";

import { useSyncExternalStore } from "react";

type Overlay = "palette" | "keys" | null;

let open: Overlay = null;
let openings = 0;
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

/** Grows each time something is opened: as a key it lets the palette begin anew, even while the last one fades. */
export function useOpenings(): number {
  return useSyncExternalStore(
    subscribe,
    () => openings,
    () => 0,
  );
}

function set(next: Overlay): void {
  open = next;
  if (next) openings += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
