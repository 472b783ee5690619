"use client";

import { useSyncExternalStore } from "react";

import { NAV_KEY } from "./storage-keys";

const EVENT = "navchange";

/** Whether the navigation is folded to its icons. The page carries it as `data-nav`, set before the first paint. */
export function useNavCollapsed(): boolean {
  return useSyncExternalStore(subscribe, read, () => false);
}

/** Folds or unfolds the navigation and remembers it. */
export function toggleNav(): void {
  const next = read() ? "open" : "collapsed";
  document.documentElement.dataset.nav = next;
  try {
    localStorage.setItem(NAV_KEY, next);
  } catch {
    // Storage can be blocked; the choice then lasts until the page is left.
  }
  window.dispatchEvent(new Event(EVENT));
}

function read(): boolean {
  return document.documentElement.dataset.nav === "collapsed";
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
