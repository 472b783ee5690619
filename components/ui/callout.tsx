import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

const LOOKS = {
  info: { icon: Info, box: "border-border bg-inset", mark: "text-muted" },
  good: { icon: CircleCheck, box: "border-good/30 bg-good-soft", mark: "text-good" },
  working: { icon: Info, box: "border-working/30 bg-working-soft", mark: "text-working" },
  warning: { icon: TriangleAlert, box: "border-warning/30 bg-warning-soft", mark: "text-warning" },
  danger: { icon: CircleX, box: "border-danger/30 bg-danger-soft", mark: "text-danger" },
} as const;

type CalloutProps = { tone?: keyof typeof LOOKS; title?: ReactNode; children?: ReactNode; className?: string };

/** A note in the flow of a page. */
export function Callout({ tone = "info", title, children, className }: CalloutProps) {
  const { icon: Icon, box, mark } = LOOKS[tone];
  return (
    <div role="note" className={cn("flex gap-3 rounded-control border px-3 py-2.5 text-base", box, className)}>
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className={cn("break-words", title ? "text-muted" : undefined)}>{children}</div> : null}
      </div>
    </div>
  );
}
