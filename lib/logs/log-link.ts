import type { Route } from "next";

import { workspacePath } from "@/lib/routes";

const BEFORE_MS = 1_000;

/** A request to an endpoint: whose container had it, and when, by the clock of the console's server. */
export type LoggedRequest = {
  endpoint: string;
  /** The inference component that answered, whose copies have a log of their own. */
  component?: string | null | undefined;
  /** By which AWS knows it. */
  id: string | null;
  sentAt: string;
  /** Null: not known, or not ended yet. */
  endedAt: string | null;
  /** What some of its lines say, as an asynchronous request's id. */
  names?: string;
};

/**
 * The address of the log lines of a request. AWS tells a container no request id, so that time is what they are found
 * by: all lines between its beginning and its end, of all instances; while the end is not known the whole log, opened a
 * second before the beginning.
 */
export function requestLogPath(workspace: string, request: LoggedRequest): Route {
  const { endpoint, component, id, sentAt, endedAt, names } = request;
  const query = new URLSearchParams({ tab: "logs", stream: "all" });
  if (component) query.set("component", component);
  if (names) query.set("search", names);
  if (endedAt === null) query.set("at", new Date(Date.parse(sentAt) - BEFORE_MS).toISOString());
  else {
    query.set("since", sentAt);
    query.set("until", endedAt);
    query.set("request", id ?? "");
  }
  return workspacePath(workspace, `/endpoints/${encodeURIComponent(endpoint)}?${query}`);
}

/** When a call ended that took so long; both times are whole milliseconds, and what began late in its first one is in it. */
export function endOf(sentAt: string, tookMs: number | null): string | null {
  return tookMs === null ? null : new Date(Date.parse(sentAt) + Math.round(tookMs) + 1).toISOString();
}
