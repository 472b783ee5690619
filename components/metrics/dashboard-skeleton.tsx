import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a dashboard while its numbers are on their way. */
export function DashboardSkeleton() {
  return (
    <div role="status" aria-label="Loading metrics" className="grid grid-cols-[minmax(0,1fr)] gap-3 md:grid-cols-2">
      {["one", "two", "three", "four"].map((place) => (
        <div key={place} className="rounded-panel border border-border bg-panel p-3">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="mt-3 h-44" />
        </div>
      ))}
    </div>
  );
}
