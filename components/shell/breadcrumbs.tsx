"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

import { workspacePath } from "@/lib/routes";

import { pageOf } from "./pages";
import { useWorkspace } from "./workspace-context";

/** The way back up, on pages below one of the navigation's. */
export function Breadcrumbs() {
  const { id } = useWorkspace();
  const pathname = usePathname();
  const page = pageOf(pathname);
  const below = pathname.split("/").slice(3).filter(Boolean).map(readable);
  if (!page || below.length === 0) return null;

  return (
    <nav aria-label="Breadcrumb" className="pb-2">
      <ol className="flex min-w-0 items-center gap-1 text-sm text-muted">
        <li>
          <Link href={workspacePath(id, page.path)} className="rounded-sm hover:text-foreground hover:underline">
            {page.label}
          </Link>
        </li>
        {below.map((name, position) => (
          <li key={name} className="flex min-w-0 items-center gap-1">
            <ChevronRight aria-hidden="true" className="size-3.5 shrink-0" />
            <span aria-current={position === below.length - 1 ? "page" : undefined} className="truncate">
              {name}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
