import type { Route } from "next";

/**
 * The address of a page inside a workspace: `workspacePath("local", "/endpoints")`. Pass names through
 * `encodeURIComponent`. The one place where a built string becomes a typed route.
 */
export function workspacePath(workspaceId: string, path: `/${string}` | "" = ""): Route {
  return `/${encodeURIComponent(workspaceId)}${path === "/" ? "" : path}` as Route;
}

/** The address of one of the console's own handlers for a workspace: `workspaceApi("local", "/endpoints")`. */
export function workspaceApi(workspaceId: string, path: `/${string}`): string {
  return `/api/workspaces/${encodeURIComponent(workspaceId)}${path}`;
}
