/** Runs `run` and prints how long it took. */
export async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await run();
  console.info(`${what}: ${Math.round(performance.now() - startedAt)} ms`);
  return result;
}
