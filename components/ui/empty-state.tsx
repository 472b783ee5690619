import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

type EmptyStateProps = {
  icon?: LucideIcon;
  title: ReactNode;
  children?: ReactNode /** The one next step. */;
  action?: ReactNode;
  className?: string;
};

/** Says what belongs here and offers the one next step. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        "flex flex-col items-center gap-1 rounded-panel border border-dashed border-border px-6 py-12 text-center",
        className,
      )}
    >
      {Icon ? <Icon aria-hidden="true" strokeWidth={1.5} className="mb-2 size-6 text-muted" /> : null}
      <p className="text-lg font-medium">{title}</p>
      {children ? <div className="max-w-[52ch] text-base text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
