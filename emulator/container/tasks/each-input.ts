/** Runs a task on one input or, in order, on each of a list, as a Python pipeline does. */
export async function eachInput<T>(inputs: unknown, run: (input: unknown) => Promise<T>): Promise<T | T[]> {
  if (!Array.isArray(inputs)) return run(inputs);
  const results: T[] = [];
  for (const input of inputs) results.push(await run(input));
  return results;
}
