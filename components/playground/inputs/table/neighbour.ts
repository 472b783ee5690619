type Caret = Pick<HTMLInputElement, "selectionStart" | "selectionEnd" | "value">;

/** The cell that a key leads to; null when the key stays in its cell: left and right leave it only at its ends. */
export function neighbour(
  key: string,
  input: Caret,
  row: number,
  column: number,
): [row: number, column: number] | null {
  const { selectionStart: start, selectionEnd: end, value } = input;
  const isCaret = start === end;
  if (key === "ArrowUp") return [row - 1, column];
  if (key === "ArrowDown" || key === "Enter") return [row + 1, column];
  if (key === "ArrowLeft" && isCaret && start === 0) return [row, column - 1];
  if (key === "ArrowRight" && isCaret && end === value.length) return [row, column + 1];
  return null;
}
