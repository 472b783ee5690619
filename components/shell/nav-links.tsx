"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";

import { cn } from "@/lib/cn";
import { workspacePath } from "@/lib/routes";

import { PAGE_GROUPS, pageOf, type ShellPage } from "./pages";
import { useWorkspace } from "./workspace-context";

type NavLinksProps = { className?: string; onNavigate?: () => void };

/** The links of the navigation, in their groups. */
export function NavLinks({ className, onNavigate }: NavLinksProps) {
  const active = pageOf(usePathname());
  return (
    <ul className={cn("flex flex-col gap-4", className)}>
      {PAGE_GROUPS.map((group) => (
        <li key={group.pages[0]?.path}>
          {group.label ? (
            <p className="px-2 pb-1 text-xs font-medium text-muted in-data-[nav=collapsed]:lg:invisible in-data-[nav=collapsed]:lg:h-0 in-data-[nav=collapsed]:lg:p-0">
              {group.label}
            </p>
          ) : null}
          <ul className="flex flex-col gap-0.5">
            {group.pages.map((page) => (
              <li key={page.path}>
                <NavLink page={page} isActive={page === active} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function NavLink({ page, isActive, onNavigate }: { page: ShellPage; isActive: boolean; onNavigate?: () => void }) {
  const { id } = useWorkspace();
  const Icon = page.icon;
  return (
    <Link
      href={workspacePath(id, page.path)}
      onClick={onNavigate}
      aria-current={isActive ? "page" : undefined}
      className={cn(
        "flex h-8 items-center gap-2.5 rounded-control px-2 transition-colors max-lg:h-10 in-data-[nav=collapsed]:lg:h-11 in-data-[nav=collapsed]:lg:flex-col in-data-[nav=collapsed]:lg:justify-center in-data-[nav=collapsed]:lg:gap-0.5 in-data-[nav=collapsed]:lg:px-0 in-data-[nav=collapsed]:lg:text-xs",
        isActive ? "bg-selected font-medium text-foreground" : "text-muted hover:bg-hover hover:text-foreground",
      )}
    >
      <Icon aria-hidden="true" className={cn("size-4 shrink-0", isActive && "text-accent-text")} />
      {page.label}
    </Link>
  );
}
