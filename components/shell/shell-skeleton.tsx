import { Skeleton } from "@/components/ui/skeleton";

import { Logo } from "./logo";

/** The frame before the session is known. */
export function ShellSkeleton() {
  return (
    <div className="flex min-h-dvh flex-col">
      <p role="status" className="sr-only">
        Loading the console
      </p>
      <div aria-hidden="true" className="flex h-12 items-center gap-3 border-b border-border bg-panel px-4">
        <Logo className="size-6" />
        <Skeleton className="w-40" />
        <Skeleton className="ml-auto w-24" />
      </div>
      <div aria-hidden="true" className="flex flex-1">
        <div className="w-52 border-r border-border bg-panel max-lg:hidden" />
        <div className="flex-1 space-y-4 p-6">
          <Skeleton className="h-6 w-48" />
          <Skeleton className="h-40 w-full" />
        </div>
      </div>
    </div>
  );
}
