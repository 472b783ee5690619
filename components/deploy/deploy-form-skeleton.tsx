import { Skeleton } from "@/components/ui/skeleton";

/** The deploy form's shape while its defaults are read. */
export function DeployFormSkeleton() {
  return (
    <div aria-hidden="true" className="grid items-start gap-6 xl:grid-cols-[minmax(0,45rem)_minmax(18rem,22rem)]">
      <div className="flex flex-col gap-5">
        <Skeleton className="h-56 rounded-panel" />
        <Skeleton className="h-36 rounded-panel" />
        <Skeleton className="h-40 rounded-panel" />
        <Skeleton className="h-72 rounded-panel" />
      </div>
      <Skeleton className="h-80 rounded-panel" />
    </div>
  );
}
