"use client";

import { useEffect, useState } from "react";

/** An address by which the page can show a file; null until there is one. It is given back when nobody looks any more. */
export function useObjectUrl(file: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
