"use client";

import { useEffect, useState } from "react";

const SETTLED_AFTER_MS = 150;

/** The value once it has not changed for a moment, so that typing does not send a request for each letter. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
