import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

export type Tone = "good" | "working" | "warning" | "danger" | "idle";

const TONES = {
  good: "bg-good-soft text-good",
  working: "bg-working-soft text-working",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  idle: "bg-idle-soft text-idle",
  accent: "bg-accent-soft text-accent-text",
  plain: "border border-border text-muted",
} as const;

/** A word or two about a thing that is not its status: a mode, a source, a count. */
export function Badge({
  tone = "plain",
  className,
  children,
}: {
  tone?: Tone | "accent" | "plain";
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
