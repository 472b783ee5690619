import { Fault } from "../../../protocol/fault.ts";

export type ByteRange = { start: number; end: number };

/**
 * Reads `bytes=0-9`, `bytes=10-` and `bytes=-5` against an object's size; both ends are inclusive.
 * Null means the whole object: S3 ignores what it cannot read and lists of ranges.
 */
export function parseRange(text: string | null, size: number): ByteRange | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(text?.trim() ?? "");
  if (!match) return null;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return null;
  if (from === "") {
    const length = Math.min(Number(to), size);
    if (length === 0) throw invalidRange(text ?? "", size);
    return { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  if (to !== "" && Number(to) < start) return null;
  if (start >= size) throw invalidRange(text ?? "", size);
  return { start, end: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}

function invalidRange(requested: string, size: number): Fault {
  return new Fault("InvalidRange", "The requested range is not satisfiable", 416, {
    RangeRequested: requested,
    ActualObjectSize: size,
  });
}
