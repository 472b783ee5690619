/** The tag that says when an endpoint is no longer needed: an instant in ISO 8601, UTC. */
export const EXPIRES_AT_TAG = "huggingface-console:expires-at";

type Tag = { key: string; value: string };

/** When an endpoint expires (ISO), or null: it has no such tag, or one that nobody can read. */
export function expiryOf(tags: readonly Tag[]): string | null {
  const value = tags.find(({ key }) => key === EXPIRES_AT_TAG)?.value ?? "";
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** True when the instant has passed; `now` in epoch milliseconds. */
export function isExpired(expiresAt: string, now: number): boolean {
  return Date.parse(expiresAt) <= now;
}

/** The new expiry so many hours later: later than now, never shorter than what was left. */
export function extendedBy(expiresAt: string | null, hours: number, now: number): string {
  const from = Math.max(now, expiresAt ? Date.parse(expiresAt) : now);
  return new Date(from + hours * 3_600_000).toISOString();
}

/** `4 d 3 h`, `25 min`: what is left, in the two units that matter. */
export function timeLeft(expiresAt: string, now: number): string {
  const minutes = Math.max(1, Math.floor((Date.parse(expiresAt) - now) / 60_000));
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
