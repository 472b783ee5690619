import { Skeleton } from "@/components/ui/skeleton";

/** In the shape of the playground. */
export function PlaygroundSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-4 lg:grid-cols-2">
      <Skeleton className="h-80 rounded-panel" />
      <Skeleton className="h-80 rounded-panel" />
    </div>
  );
}
