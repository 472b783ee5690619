"use client";

import { type DataTag, notifyManager, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { usePathname } from "next/navigation";
import { useCallback, useSyncExternalStore } from "react";
import { Link } from "@/components/ui/link";

import { dashboardQueries } from "@/lib/dashboards/queries";
import { operationQueries } from "@/lib/operations/queries";
import { workspacePath } from "@/lib/routes";

import { pageOf, SETTINGS_TABS } from "./pages";
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
              <CrumbName path={page.path} segment={name} />
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** An address's part in words: people know neither the ids of tabs nor those of operations. */
function CrumbName({ path, segment }: { path: string; segment: string }) {
  if (path === "/settings") return SETTINGS_TABS.find((tab) => tab.id === segment)?.label ?? segment;
  if (path === "/metrics") return <DashboardName segment={segment} />;
  if (path === "/deploy" && segment === "components") return "Host components";
  if (path === "/recipes") return `Recipe ${segment}`;
  if (path === "/training" && segment === "new") return "New job";
  if (path === "/training" && segment === "compare") return "Compare";
  return path === "/activity" ? <OperationName id={segment} /> : segment;
}

/** What an operation is about, as soon as the page below has loaded it. */
function OperationName({ id }: { id: string }) {
  const data = useKnown(operationQueries.detail(useWorkspace().id, id).queryKey);
  return data ? String(data.summary.endpointName ?? data.target) : "Progress";
}

function DashboardName({ segment }: { segment: string }) {
  const { id } = useWorkspace();
  const data = useKnown(dashboardQueries.detail(id, segment).queryKey);
  if (segment !== "dashboards") return data?.name ?? "Dashboard";
  return (
    <Link href={workspacePath(id, "/metrics/dashboards")} className="rounded-sm hover:text-foreground hover:underline">
      Dashboards
    </Link>
  );
}

/** Looks on without making the query: one made here, before the page, would keep the page from what the server sends. */
function useKnown<T>(queryKey: DataTag<QueryKey, T, Error>): T | undefined {
  const cache = useQueryClient();
  return useSyncExternalStore(
    useCallback((listener) => cache.getQueryCache().subscribe(notifyManager.batchCalls(listener)), [cache]),
    () => cache.getQueryData<T>(queryKey),
    () => undefined,
  );
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
