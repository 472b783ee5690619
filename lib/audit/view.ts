/** `running` for a short while, then `unknown`: the console died before it could write how a change ended. */
export type ActivityOutcome = "running" | "unknown" | "succeeded" | "failed";

/** One change as the activity page shows it. */
export type ActivityRow = {
  id: string;
  at: string;
  memberName: string;
  memberRole: string;
  /** Null for changes of the whole console: members, workspaces. */
  workspaceId: string | null;
  /** The permission it took: `endpoint:delete`. */
  action: string;
  target: string;
  outcome: ActivityOutcome;
  requestIds: string[];
  errorCode: string | null;
  errorMessage: string | null;
  durationMs: number | null;
};

export type ActivityPage = { items: ActivityRow[]; nextCursor: string | null };

/** What the filters can be set to. */
export type ActivityFacets = { people: string[]; actions: string[] };
