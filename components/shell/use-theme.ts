"use client";

import { useSyncExternalStore } from "react";

import { readTheme, subscribeTheme, type Theme } from "./theme";

/** The theme that the person chose. */
export function useTheme(): Theme {
  return useSyncExternalStore<Theme>(subscribeTheme, readTheme, () => "system");
}
