import { CircleX } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";
import type { Problem } from "@/lib/errors";

import { Button } from "./button";
import { CopyButton } from "./copy-button";

type ErrorPanelProps = {
  problem: Problem;
  /** What failed: `Endpoints could not be loaded`. Left out, the message stands alone. */
  title?: ReactNode;
  onRetry?: () => void;
  /** Further help under the hint. */
  children?: ReactNode;
  className?: string;
};

/** Says what failed, what to do, and AWS's request id to copy. */
export function ErrorPanel({ problem, title, onRetry, children, className }: ErrorPanelProps) {
  const reference = [problem.awsCode, problem.requestId].filter(Boolean).join(" · ");
  return (
    <div
      role="alert"
      className={cn("flex gap-3 rounded-panel border border-danger/30 bg-danger-soft p-4 text-base", className)}
    >
      <CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        <p className={cn("break-words", !title && "font-medium")}>{problem.message}</p>
        {problem.hint ? <p className="mt-1 text-muted">{problem.hint}</p> : null}
        {reference ? (
          <p className="mt-1 flex flex-wrap items-center gap-x-1 text-sm text-muted">
            <span className="font-mono break-all">{reference}</span>
            {problem.requestId ? <CopyButton value={problem.requestId} label="Copy AWS request id" /> : null}
          </p>
        ) : null}
        {children}
        {onRetry ? (
          <Button size="sm" className="mt-3" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  );
}
