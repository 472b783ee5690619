"use client";

import { useEffect, useState } from "react";

import type { SentMedia } from "@/lib/inference/results/sent-media";

/** An address that the browser can show or play a picture or sound from; null for the moment before there is one. */
export function useMediaUrl(media: SentMedia | null): string | null {
  const blob = media?.source === "file" ? media.blob : null;
  const [made, setMade] = useState<{ blob: Blob; url: string } | null>(null);

  useEffect(() => {
    if (!blob) return;
    const url = URL.createObjectURL(blob);
    setMade({ blob, url });
    return () => URL.revokeObjectURL(url);
  }, [blob]);

  if (media?.source === "url") return media.url;
  return made && made.blob === blob ? made.url : null;
}
