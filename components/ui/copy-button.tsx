"use client";

import { Check, Copy } from "lucide-react";

import { IconButton } from "./icon-button";
import { useCopy } from "./use-copy";

type CopyButtonProps = { value: string /** What is copied: `Copy ARN`. */; label?: string; className?: string };

/** Copies `value`; its icon and name confirm it. */
export function CopyButton({ value, label = "Copy", className }: CopyButtonProps) {
  const { copied, copy } = useCopy();
  return (
    <IconButton label={copied ? "Copied" : label} size="sm" className={className} onClick={() => copy(value)}>
      {copied ? <Check aria-hidden="true" className="text-good" /> : <Copy aria-hidden="true" />}
    </IconButton>
  );
}
