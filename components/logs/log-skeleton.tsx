import { Skeleton } from "@/components/ui/skeleton";

/** Lines that are being read. */
export function LogSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-2 pt-2">
      {["w-3/4", "w-1/2", "w-2/3", "w-5/6", "w-1/3"].map((width) => (
        <Skeleton key={width} className={`h-3.5 ${width}`} />
      ))}
    </div>
  );
}
