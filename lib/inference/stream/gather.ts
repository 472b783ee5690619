/** Fewer writes than a screen has frames change nothing that a person can see. */
const WINDOW_MS = 8;
const MAX_CHARACTERS = 16_384;

/**
 * Reads lines as they come, several at once when they come fast: each write to a connection costs about as much as the
 * making of a short line. A line waits for others only within 8 ms of the last write, so a slow model's go at once. The
 * source is asked for no more than is wanted, and must not throw. Null at its end.
 */
export function gather(
  source: AsyncIterator<string, void>,
  now = () => performance.now(),
): () => Promise<string | null> {
  let asked: Promise<IteratorResult<string, void>> | null = null;
  let writtenAt = Number.NEGATIVE_INFINITY;

  return async () => {
    const first = await (asked ?? source.next());
    asked = null;
    if (first.done) return null;
    let text = first.value;
    const waitMs = writtenAt + WINDOW_MS - now();
    if (waitMs > 0) {
      const window = startWindow(waitMs);
      while (text.length < MAX_CHARACTERS) {
        asked ??= source.next();
        const more = await Promise.race([asked, window.over]);
        if (more === null || more.done) break;
        asked = null;
        text += more.value;
      }
      window.close();
    }
    writtenAt = now();
    return text;
  };
}

function startWindow(ms: number): { over: Promise<null>; close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  return { over, close: () => clearTimeout(timer) };
}
