"use client";

import { useEffect, useEffectEvent } from "react";

/** Calls back with a file of a kind that is pasted anywhere on the page: a screenshot has no field to be pasted into. */
export function usePastedFile(kind: "image/" | "audio/", isWanted: boolean, onFile: (file: File) => void): void {
  const take = useEffectEvent(onFile);
  useEffect(() => {
    if (!isWanted) return;
    function onPaste(event: ClipboardEvent) {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith(kind));
      if (!file) return;
      event.preventDefault();
      take(file);
    }
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [kind, isWanted]);
}
