"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The key that people of this computer press with Enter: ⌘ or Ctrl. */
export function useModifierKey(): "⌘" | "Ctrl" {
  const isApple = useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  return isApple ? "⌘" : "Ctrl";
}
