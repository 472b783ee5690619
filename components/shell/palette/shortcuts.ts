"use client";

import { useSyncExternalStore } from "react";

import { SHORTCUTS_KEY } from "../storage-keys";

const EVENT = "shortcutschange";

/** True when single-letter keys work. People who dictate must be able to switch them off (WCAG 2.1.4). */
export function readShortcutsOn(): boolean {
  try {
    return localStorage.getItem(SHORTCUTS_KEY) !== "off";
  } catch {
    return true;
  }
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, readShortcutsOn, () => true);
}

export function setShortcutsOn(on: boolean): void {
  try {
    localStorage.setItem(SHORTCUTS_KEY, on ? "on" : "off");
  } catch {
    // Storage can be blocked: the keys then stay as they are.
  }
  window.dispatchEvent(new Event(EVENT));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
