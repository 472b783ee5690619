import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** The cost page before its numbers are counted. */
export function CostsSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-4">
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-56 w-full" />
      <TableSkeleton />
    </div>
  );
}
