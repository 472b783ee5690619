/** Lets so many run at once; others wait in order. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function createGate(limit: number): Gate {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next, so that nobody comes between.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

/** Works on up to `limit` items ahead, and gives the results in the order of the items. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const pending: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Taken up below; a failure behind the one that is waited for must not count as unhandled.
    result.catch(() => undefined);
    pending.push(result);
    const first = pending.length >= limit ? pending.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of pending) yield await result;
}
