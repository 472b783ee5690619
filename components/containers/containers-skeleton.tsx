import { Skeleton } from "@/components/ui/skeleton";

/** The page's two columns before they are there. */
export function ContainersSkeleton() {
  return (
    <div aria-hidden="true" className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_27rem]">
      <div className="flex h-160 flex-col gap-4 rounded-panel border border-border bg-panel p-4">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-40 w-full" />
        <Skeleton className="h-8 w-1/2" />
        <Skeleton className="h-24 w-full" />
      </div>
      <div className="flex h-120 flex-col gap-4 rounded-panel border border-border bg-panel p-4">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-32 w-full" />
      </div>
    </div>
  );
}
