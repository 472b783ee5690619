const MAX = 5;

export type Visit = { path: string; label: string };

/** The things below the navigation's pages that were opened last in a workspace, newest first. */
export function readVisits(workspaceId: string): Visit[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(workspaceId)) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isVisit).slice(0, MAX) : [];
  } catch {
    return [];
  }
}

/** Remembers that something was opened. */
export function noteVisit(workspaceId: string, visit: Visit): void {
  const others = readVisits(workspaceId).filter(({ path }) => path !== visit.path);
  try {
    localStorage.setItem(key(workspaceId), JSON.stringify([visit, ...others].slice(0, MAX)));
  } catch {
    // Storage can be blocked: then there are no recent things.
  }
}

function key(workspaceId: string): string {
  return `recent:${workspaceId}`;
}

function isVisit(value: unknown): value is Visit {
  return typeof value === "object" && value !== null && "path" in value && "label" in value;
}
