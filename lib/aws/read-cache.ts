import "server-only";
import type { AwsTarget } from "./client";

type Entry = { expiresAt: number; value: Promise<unknown> };
const entries = new Map<string, Entry>();
const MAX_ENTRIES = 2_000;

/**
 * Reads through one cache shared by everybody who looks, so that AWS calls do not grow with the number of viewers.
 * Calls in flight are shared too; a failed one is forgotten at once.
 */
export function cachedRead<T>(
  target: AwsTarget,
  operation: string,
  input: unknown,
  ttlMs: number,
  load: () => Promise<T>,
): Promise<T> {
  const key = `${target.id}\n${operation}\n${JSON.stringify(input)}`;
  const known = entries.get(key);
  if (known && known.expiresAt > Date.now()) return known.value as Promise<T>;

  const value = load();
  entries.delete(key); // so that the newest entry is last
  entries.set(key, { expiresAt: Date.now() + ttlMs, value });
  if (entries.size > MAX_ENTRIES) entries.delete(entries.keys().next().value ?? "");
  value.catch(() => {
    if (entries.get(key)?.value === value) entries.delete(key);
  });
  return value;
}

/** Forgets what was read in a workspace: called after each change, so that the next read sees it. */
export function forgetReads(workspaceId: string): void {
  for (const key of entries.keys()) if (key.startsWith(`${workspaceId}\n`)) entries.delete(key);
}
