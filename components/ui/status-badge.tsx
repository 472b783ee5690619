import { CircleCheck, CircleDashed, CircleX, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

import type { Tone } from "./badge";

const ICONS = {
  good: CircleCheck,
  working: LoaderCircle,
  warning: TriangleAlert,
  danger: CircleX,
  idle: CircleDashed,
} as const;
const COLOURS: Record<Tone, string> = {
  good: "text-good",
  working: "text-working",
  warning: "text-warning",
  danger: "text-danger",
  idle: "text-idle",
};

type StatusBadgeProps = {
  tone: Tone;
  /** The state in words, AWS's own where it has one: `InService`. */
  label: string;
  /** Beside it in grey: the time it has taken so far. */
  detail?: ReactNode;
  className?: string;
};

/** A state as icon, word and colour. A transitional one (`working`) moves gently. */
export function StatusBadge({ tone, label, detail, className }: StatusBadgeProps) {
  const Icon = ICONS[tone];
  return (
    <span className={cn("inline-flex items-center gap-1.5 align-middle whitespace-nowrap", className)}>
      <Icon
        aria-hidden="true"
        className={cn("size-4 shrink-0", COLOURS[tone], tone === "working" && "animate-[spin_2.4s_linear_infinite]")}
      />
      <span className={cn("font-medium", COLOURS[tone])}>{label}</span>
      {detail ? <span className="text-muted tabular-nums">{detail}</span> : null}
    </span>
  );
}
