/** The calendar month in UTC that holds an instant: AWS bills by it. Epoch milliseconds. */
export function monthOf(now: number): { from: number; to: number } {
  const at = new Date(now);
  return {
    from: Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1),
    to: Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1),
  };
}
