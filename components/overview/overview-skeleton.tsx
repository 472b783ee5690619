import { Skeleton } from "@/components/ui/skeleton";

/** Four numbers, before they are known. */
export function OverviewSkeleton() {
  return (
    <div
      aria-hidden="true"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-panel border border-border bg-border lg:grid-cols-4"
    >
      {["endpoints", "cost", "failing", "idle"].map((name) => (
        <div key={name} className="space-y-3 bg-panel p-4">
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-6 w-14" />
          <Skeleton className="h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}
