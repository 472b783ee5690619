import { cn } from "@/lib/cn";

/** A grey shape where something will be: give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("h-4 animate-breathe rounded-sm bg-hover", className)} />;
}

/** Rows in the shape of a table. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div aria-hidden="true" className="overflow-hidden rounded-panel border border-border bg-panel">
      <div className="h-9 border-b border-border bg-inset" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={row} className="flex h-9 items-center gap-8 border-b border-border px-3 last:border-b-0">
          <Skeleton className="h-3 w-1/4" />
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-3 w-1/6 max-sm:hidden" />
          <Skeleton className="ml-auto h-3 w-16 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
