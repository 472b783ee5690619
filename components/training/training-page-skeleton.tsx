import { Skeleton } from "@/components/ui/skeleton";

/** In the shape of a job's page. */
export function TrainingPageSkeleton() {
  return (
    <div aria-hidden="true">
      <Skeleton className="h-7 w-72 max-w-full" />
      <Skeleton className="mt-2 h-4 w-96 max-w-full" />
      <Skeleton className="mt-7 h-px w-full" />
      <div className="grid gap-4 pt-8 lg:grid-cols-2">
        <Skeleton className="h-56 rounded-panel" />
        <Skeleton className="h-56 rounded-panel" />
      </div>
    </div>
  );
}
