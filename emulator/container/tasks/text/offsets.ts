/** Where a token stands in the text, end excluded, in Python's count: code points. */
export type Span = { start: number; end: number };

/** A token as decoded on its own; null for one that stands for anything the vocabulary lacks. */
export type Piece = string | null;

/** Further away than any space or normalised character explains: the piece is somewhere else. */
const MAX_GAP = 64;

/**
 * Finds the characters that tokens were made of. The library gives no offsets, so the normalised text is walked with
 * a map back to the original. A piece that cannot be found has no span.
 */
export function alignPieces(text: string, pieces: Piece[]): (Span | null)[] {
  const { normalised, origin } = normalise(text);
  let cursor = 0;
  return pieces.map((piece) => {
    const [from, length] = piece === null ? nextWord(normalised, cursor) : find(normalised, clean(piece), cursor);
    if (from < 0) return null;
    cursor = from + length;
    return { start: origin[from] ?? 0, end: origin[cursor] ?? 0 };
  });
}

function normalise(text: string): { normalised: string; origin: number[] } {
  let normalised = "";
  const origin: number[] = [];
  [...text].forEach((character, index) => {
    const folded = fold(character);
    normalised += folded;
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index);
  });
  origin.push([...text].length);
  return { normalised, origin };
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Without the marks by which tokenizers show that a piece continues or begins a word. */
function clean(piece: string): string {
  return fold(piece.replace(/^##/, "").replace(/^[▁Ġ]/, "").trim());
}

function find(text: string, piece: string, cursor: number): [number, number] {
  const from = text.indexOf(piece, cursor);
  return from < 0 || from - cursor > MAX_GAP ? [-1, 0] : [from, piece.length];
}

function nextWord(text: string, cursor: number): [number, number] {
  const match = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/u.exec(text.slice(cursor));
  return match ? [cursor + match.index, match[0].length] : [-1, 0];
}
