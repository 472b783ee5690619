import { Skeleton } from "@/components/ui/skeleton";

const CARDS = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

/** The cards before they are there. */
export function RecipeCardsSkeleton() {
  return (
    <div aria-hidden="true">
      <Skeleton className="mb-3 h-8 w-full max-w-xl" />
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {CARDS.map((card) => (
          <Skeleton key={card} className="h-40 rounded-panel" />
        ))}
      </div>
    </div>
  );
}

/** A recipe's page before it is there. */
export function RecipeSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-5">
      <Skeleton className="h-7 w-80 max-w-full" />
      <Skeleton className="h-9 w-64" />
      <Skeleton className="h-56 rounded-panel" />
      <Skeleton className="h-56 rounded-panel" />
    </div>
  );
}
