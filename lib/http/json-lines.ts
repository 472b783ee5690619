const JSON_LINES_TYPE = "application/x-ndjson";

/** For answers that are written while they are read: nobody on the way may keep, compress or collect them. */
export const STREAM_HEADERS = {
  "content-type": JSON_LINES_TYPE,
  // `no-transform` keeps Next and proxies from compressing, the next header nginx from collecting it.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
};

/** A value as a line of JSON. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** Reads lines of JSON out of pieces of text that may be cut anywhere; a last line without its end is a cut connection. */
export async function* readJsonLines<T>(pieces: AsyncIterable<string>): AsyncGenerator<T, void> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as T;
  }
}

/** The text of an answer as it comes. Read by hand: not every browser lets one loop over a response's body. */
export async function* textOf(response: Response): AsyncGenerator<string, void> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
