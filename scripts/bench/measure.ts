const WARM_UP = 20;

export type Pairs = { sdk: number[]; console: number[] };

/** Runs both ways in turns, each first every other time; a few pairs before that are not counted. */
export async function alternate(pairs: number, ways: { [Way in keyof Pairs]: () => Promise<number> }): Promise<Pairs> {
  const measured: Pairs = { sdk: [], console: [] };
  for (let pair = -Math.min(WARM_UP, pairs); pair < pairs; pair += 1) {
    const order = pair % 2 === 0 ? (["sdk", "console"] as const) : (["console", "sdk"] as const);
    for (const way of order) {
      const value = await ways[way]();
      if (pair >= 0) measured[way].push(value);
    }
  }
  return measured;
}

/** The value below which the given share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
