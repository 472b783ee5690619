import type { Route } from "next";

import { workspacePath } from "@/lib/routes";

const BEFORE_MS = 1_000;

/**
 * The address of an endpoint's log at a request that was sent at an instant (ISO): the lines of all its instances, from
 * a second before. AWS tells a container no request id, so that the time is what its lines are found by.
 */
export function requestLogPath(workspace: string, endpoint: string, sentAt: string): Route {
  const at = new Date(Date.parse(sentAt) - BEFORE_MS).toISOString();
  const query = new URLSearchParams({ tab: "logs", stream: "all", at });
  return workspacePath(workspace, `/endpoints/${encodeURIComponent(endpoint)}?${query}`);
}
