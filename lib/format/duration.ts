/** `340 ms`, `2.4 s`, `3 min 05 s`, `2 h 10 min`, `3 d 4 h`: the two units that matter. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ${pad(Math.floor(seconds / 60) % 60)} min`;
  return `${Math.floor(seconds / 86_400)} d ${Math.floor(seconds / 3_600) % 24} h`;
}

/** A time that still runs, in whole seconds: tenths would flicker. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(1, Math.floor(ms / 1_000));
  return seconds < 10 ? `${seconds} s` : formatDuration(seconds * 1_000);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
