import { parseJson } from "./answer";

/** Browsers lay out this much text at once without a pause. */
const MAX_SHOWN = 100_000;

/** A JSON text laid out for reading, cut where it is very long; what is no JSON as it is. */
export function jsonForReading(text: string): { shown: string; isCut: boolean } {
  const value = parseJson(text);
  const laidOut = typeof value === "string" && value === text ? text : JSON.stringify(value, null, 2);
  if (laidOut.length <= MAX_SHOWN) return { shown: laidOut, isCut: false };
  const end = laidOut.lastIndexOf("\n", MAX_SHOWN);
  return { shown: `${laidOut.slice(0, end > 0 ? end : MAX_SHOWN)}\n…`, isCut: true };
}
