"use client";

import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { Link } from "./link";

export type TabLink = { id: string; label: ReactNode; href: ComponentProps<typeof Link>["href"]; count?: number };

/** Tabs that are links: each has an address of its own. */
export function TabLinks({ label, tabs, active }: { label: string; tabs: readonly TabLink[]; active: string }) {
  const current = useRef<HTMLAnchorElement>(null);

  // On phones the tabs scroll, and the current one may be beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another element to scroll to
  useEffect(() => {
    // In braces: newer browsers return a promise, which React would take for the effect's clean-up and call.
    current.current?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [active]);

  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-border">
      <ul className="flex gap-4">
        {tabs.map((tab) => (
          <li key={tab.id}>
            <Link
              href={tab.href}
              ref={tab.id === active ? current : undefined}
              aria-current={tab.id === active ? "page" : undefined}
              className={cn(
                "relative flex h-9 items-center gap-1.5 px-1 text-base whitespace-nowrap -outline-offset-2 transition-colors after:absolute after:inset-x-1 after:bottom-0 after:h-0.5 after:rounded-full",
                tab.id === active
                  ? "font-medium text-foreground after:bg-accent"
                  : "text-muted hover:text-foreground after:bg-transparent",
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="text-sm text-muted tabular-nums">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
