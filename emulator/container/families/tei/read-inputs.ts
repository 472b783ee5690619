import { z } from "zod";
import { unfit } from "../rust-server.ts";

const Flat = z.union([z.string(), z.array(z.string())]);
/** A classifier takes pairs of texts in one list, so a batch is a list of lists. */
const Nested = z.union([z.string(), z.tuple([z.string()]), z.array(z.tuple([z.string()])).min(1)]);

export type Inputs = { texts: string[]; isBatch: boolean };

/** `inputs` as a list of texts. Pairs of texts are not read: no model here takes two. */
export function readInputs(inputs: unknown, shape: "flat" | "nested"): Inputs {
  if (shape === "flat") {
    const read = Flat.safeParse(inputs);
    if (!read.success) throw unfit("inputs: data did not match any variant of untagged enum Input");
    return { texts: [read.data].flat(), isBatch: true };
  }
  const read = Nested.safeParse(inputs);
  if (!read.success) {
    throw unfit(
      "inputs: invalid type, expected a string, a pair of strings [string, string] or a batch of mixed strings and pairs [[string], [string, string], ...]",
    );
  }
  const isBatch = Array.isArray(read.data) && Array.isArray(read.data[0]);
  return { texts: [read.data].flat(2), isBatch };
}
