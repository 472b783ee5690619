"use client";

import { useObjectUrl } from "@/components/ui/use-object-url";
import type { SentMedia } from "@/lib/inference/results/sent-media";

/** An address that the browser can show or play a picture or sound from; null for the moment before there is one. */
export function useMediaUrl(media: SentMedia | null): string | null {
  const url = useObjectUrl(media?.source === "file" ? media.blob : null);
  return media?.source === "url" ? media.url : url;
}
