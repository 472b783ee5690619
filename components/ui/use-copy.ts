"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";

const SHOWN_MS = 1_500;

/** Copies text and says for a moment that it did. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  return {
    copied,
    copy(text) {
      writeText(text).then(
        () => setCopied(true),
        () => toast.error("The browser did not allow copying. Select the text and copy it by hand."),
      );
    },
  };
}

/** `navigator.clipboard` exists only on https and localhost; consoles are often reached by plain http on a LAN. */
async function writeText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (!copied) throw new Error("copy refused");
}
