"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Truncate } from "@/components/ui/truncate";
import { workspacePath } from "@/lib/routes";
import type { ReviewRow } from "@/lib/scaling/review-rows";

/** What is scaled, leading to where its scaling is set. */
export function ScaledLink({ row: { endpoint, part } }: { row: Pick<ReviewRow, "endpoint" | "part"> }) {
  const { id } = useWorkspace();
  if (!endpoint) return <span className="font-mono">{part}</span>;
  const query = new URLSearchParams({ tab: "scaling", ...(part ? { variant: part } : {}) });
  return (
    <span className="flex min-w-0 flex-col">
      <Link
        href={workspacePath(id, `/endpoints/${encodeURIComponent(endpoint)}?${query}`)}
        aria-label={endpoint}
        className="flex max-w-64 font-medium hover:underline max-sm:max-w-full"
      >
        <Truncate text={endpoint} />
      </Link>
      {part ? <span className="font-mono text-xs text-muted">{part}</span> : null}
    </span>
  );
}
