const WARM_UP = 20;

/** The values of each way that was measured. */
export type Measured<Way extends string> = Record<Way, number[]>;

/** Runs all ways in turns, each first as often as any other; a few rounds before that are not counted. */
export async function alternate<Way extends string>(
  rounds: number,
  ways: Record<Way, () => Promise<number>>,
): Promise<Measured<Way>> {
  const names = Object.keys(ways) as Way[];
  const measured = Object.fromEntries(names.map((way) => [way, [] as number[]])) as Measured<Way>;
  for (let round = -Math.min(WARM_UP, rounds); round < rounds; round += 1) {
    const first = (round + WARM_UP) % names.length;
    for (const way of [...names.slice(first), ...names.slice(0, first)]) {
      const value = await ways[way]();
      if (round >= 0) measured[way].push(value);
    }
  }
  return measured;
}

/** The value below which the given share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
