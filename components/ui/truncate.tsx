import { cn } from "@/lib/cn";

import { CopyButton } from "./copy-button";

type TruncateProps = {
  text: string;
  /** Characters kept at the end, where names and tags differ. */
  keepEnd?: number;
  /** Adds a copy button with this name. */
  copyLabel?: string;
  className?: string;
};

/** A long name on one line: the middle gives way, both ends stay. Copying the selection still gives all of it. */
export function Truncate({ text, keepEnd = 12, copyLabel, className }: TruncateProps) {
  const cut = Math.max(0, text.length - keepEnd);
  return (
    <span className={cn("inline-flex max-w-full min-w-0 items-center gap-0.5", className)}>
      {/* In one piece for screen readers: the two halves are boxes of their own, read with a space between. */}
      <span className="sr-only select-none">{text}</span>
      <span aria-hidden="true" title={text} className="flex min-w-0 font-mono text-[0.93em]">
        <span className="truncate whitespace-pre">{text.slice(0, cut)}</span>
        <span className="shrink-0 whitespace-pre">{text.slice(cut)}</span>
      </span>
      {copyLabel ? <CopyButton value={text} label={copyLabel} /> : null}
    </span>
  );
}
