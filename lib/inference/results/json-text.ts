import { pretty } from "../pretty-json";

/** Browsers lay out this much text at once without a pause. */
const MAX_SHOWN = 100_000;
/** Laying out a longer text takes longer than people wait for a click. */
const MAX_LAID_OUT = 400_000;

/** A JSON text laid out for reading, cut where it is very long; what is no JSON as it is. */
export function jsonForReading(text: string): { shown: string; isCut: boolean } {
  const laidOut = text.length > MAX_LAID_OUT ? text : pretty(text);
  if (laidOut.length <= MAX_SHOWN) return { shown: laidOut, isCut: false };
  const end = laidOut.lastIndexOf("\n", MAX_SHOWN);
  return { shown: `${laidOut.slice(0, end > 0 ? end : MAX_SHOWN)}\n…`, isCut: true };
}
