import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rows of `evaluation/<id>.json`; the tests that read them say what they are. */
export function heldOut<T>(id: string): T[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${id}.json`), "utf8")) as T[];
}

/** The share of rows for which `isRight` holds. */
export function share<T>(rows: T[], isRight: (row: T, index: number) => boolean): number {
  return rows.filter(isRight).length / rows.length;
}
