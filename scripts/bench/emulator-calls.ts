/** How often each operation was called, by `service Operation`. */
export type Calls = Record<string, number>;

/** Begins to count the emulator's calls anew. */
export async function forgetCalls(emulatorUrl: string): Promise<void> {
  await fetch(`${emulatorUrl}/_emulator/calls`, { method: "DELETE" });
}

/** Calls to AWS since they were last forgotten. */
export async function countedCalls(emulatorUrl: string): Promise<Calls> {
  const answer = await fetch(`${emulatorUrl}/_emulator/calls`);
  return ((await answer.json()) as { calls: Calls }).calls;
}

/** The most frequent first: `GetLogEvents 51, DescribeLogStreams 2`. */
export function inWords(calls: Calls): string {
  return Object.entries(calls)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name.replace(/^\S+ /, "")} ${count}`)
    .join(", ");
}

/** Calls to AWS since they were last forgotten, in words. */
export async function callsOf(emulatorUrl: string): Promise<string> {
  return inWords(await countedCalls(emulatorUrl));
}

export function sumOf(calls: Calls): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
