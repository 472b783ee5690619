/** A part of a long list, and where the next part begins. */
export type Part<T> = { items: T[]; nextCursor: string | null };

/** The most calls to AWS for one part: the browser asks for part after part and shows each as it comes. */
const MAX_CALLS = 10;

/** The first page alone, so that something is seen at once; from a cursor on as many pages as one part takes. */
export async function readOnward<T>(
  cursor: string | null,
  readPage: (cursor: string | null) => Promise<Part<T>>,
): Promise<Part<T>> {
  if (cursor === null) return readPage(null);
  const items: T[] = [];
  let next: string | null = cursor;
  for (let call = 0; call < MAX_CALLS && next !== null; call += 1) {
    const page: Part<T> = await readPage(next);
    items.push(...page.items);
    next = page.nextCursor;
  }
  return { items, nextCursor: next };
}
