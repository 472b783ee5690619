import "server-only";
import type { AwsTarget } from "./client";

type Entry = { expiresAt: number; value: Promise<unknown> };
const entries = new Map<string, Entry>();
const MAX_ENTRIES = 2_000;
/** What has expired is let go now and then: a page of a log is large. */
const SWEEP_EVERY_MS = 5_000;
let sweptAt = 0;

// Next runs pages with their actions and route handlers as two copies of this module. Each has its own entries, but
// what one forgets the other must forget too: they share the count of how often each workspace was forgotten.
const held = globalThis as typeof globalThis & { __readGenerations?: Map<string, number> };
held.__readGenerations ??= new Map();
const generations = held.__readGenerations;

const RENEWED_AT_MOST_EVERY_MS = 1_000;
const renewedAt = new Map<string, number>();

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
  const { id, region, endpointUrl, roleArn } = target;
  // Where it was read is part of the key: a workspace that another replica pointed elsewhere must not show the old account.
  const key = JSON.stringify([generations.get(id) ?? 0, id, region, endpointUrl, roleArn, operation, input]);
  const known = entries.get(key);
  if (known && known.expiresAt > Date.now()) return known.value as Promise<T>;

  sweep();
  const value = load();
  entries.delete(key); // so that the newest entry is last
  entries.set(key, { expiresAt: Date.now() + ttlMs, value });
  if (entries.size > MAX_ENTRIES) entries.delete(entries.keys().next().value ?? "");
  value.catch(() => {
    if (entries.get(key)?.value === value) entries.delete(key);
  });
  return value;
}

function sweep(): void {
  const now = Date.now();
  if (now - sweptAt < SWEEP_EVERY_MS) return;
  sweptAt = now;
  for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key);
}

/** Forgets what was read in a workspace: called after each change, so that the next read sees it. */
export function forgetReads(workspaceId: string): void {
  generations.set(workspaceId, (generations.get(workspaceId) ?? 0) + 1);
}

/**
 * The same for somebody who asked for what is there now. However many ask, and however often, AWS is read anew at most
 * once a second.
 */
export function renewReads(workspaceId: string, nowMs = Date.now()): void {
  if (nowMs - (renewedAt.get(workspaceId) ?? 0) < RENEWED_AT_MOST_EVERY_MS) return;
  renewedAt.set(workspaceId, nowMs);
  forgetReads(workspaceId);
}
