import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

/** `isMinor`: left out on phones, where its row says enough without it. */
export type TableHeadCell = string | { label: string; isMinor: true };

type PlainTableProps = { caption: string; heads: readonly TableHeadCell[]; isEmpty: boolean; children: ReactNode };

/** A short table that scrolls inside itself. Its rows come as children. */
export function PlainTable({ caption, heads, isEmpty, children }: PlainTableProps) {
  return (
    <section
      aria-label={`${caption}, scrollable`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-120 min-w-0 overflow-auto rounded-control border border-border -outline-offset-2"
    >
      <table className="w-full border-separate border-spacing-0 text-sm leading-[1.35]">
        <caption className="border-b border-border px-3 py-2 text-left font-medium">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <HeadCell key={typeof head === "string" ? head : head.label} head={head} />
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0 [&_td]:border-b [&_td]:border-border [&_td]:px-3 [&_th]:border-border">
          {isEmpty ? (
            <tr>
              <td colSpan={heads.length} className="h-9 text-muted">
                No row has all of these words.
              </td>
            </tr>
          ) : (
            children
          )}
        </tbody>
      </table>
    </section>
  );
}

function HeadCell({ head }: { head: TableHeadCell }) {
  const isMinor = typeof head !== "string";
  return (
    <th
      scope="col"
      className={cn(
        "sticky top-0 h-9 border-b border-border bg-inset px-3 text-left font-medium whitespace-nowrap text-muted",
        isMinor && "max-sm:hidden",
      )}
    >
      {isMinor ? head.label : head}
    </th>
  );
}
