import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

export type DescriptionItem = { term: ReactNode; value: ReactNode };

/** Facts about one thing: terms left, values right; stacked on phones. `null` values show as a dash. */
export function DescriptionList({ items, className }: { items: readonly DescriptionItem[]; className?: string }) {
  return (
    <dl
      className={cn(
        "grid grid-cols-[minmax(0,1fr)] gap-x-6 text-base sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)] sm:gap-y-2",
        className,
      )}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of facts, terms may be elements
        <div key={index} className="contents">
          <dt className="text-muted max-sm:mt-2 max-sm:text-sm">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.value ?? <span className="text-muted">–</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
