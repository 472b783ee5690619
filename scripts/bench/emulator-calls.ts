/** Begins to count the emulator's calls anew. */
export async function forgetCalls(emulatorUrl: string): Promise<void> {
  await fetch(`${emulatorUrl}/_emulator/calls`, { method: "DELETE" });
}

/** Calls to AWS since they were last forgotten, the most frequent first: `GetLogEvents 51, DescribeLogStreams 2`. */
export async function callsOf(emulatorUrl: string): Promise<string> {
  const answer = await fetch(`${emulatorUrl}/_emulator/calls`);
  const { calls } = (await answer.json()) as { calls: Record<string, number> };
  return Object.entries(calls)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name.replace(/^\S+ /, "")} ${count}`)
    .join(", ");
}
