/** Shares in whole percent that add up to 100; weights that are all zero share equally. */
export function toPercents(weights: readonly number[]): number[] {
  return apportion(weights, 100);
}

/** One share is set; the others give or take the difference, each in proportion to what it has. */
export function moveShare(percents: readonly number[], moved: number, to: number): number[] {
  if (percents.length < 2) return [...percents];
  const others = apportion(
    percents.filter((_, index) => index !== moved),
    100 - to,
  );
  return percents.map((_, index) => (index === moved ? to : (others[index < moved ? index : index - 1] ?? 0)));
}

/** `units` whole units in the proportions of the weights, by largest remainders. */
function apportion(weights: readonly number[], units: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (total > 0 ? (weight / total) * units : units / weights.length));
  const shares = exact.map(Math.floor);
  const missing = units - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
