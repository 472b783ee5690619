import { PredictionError } from "./prediction-error.ts";

const MAGIC = Buffer.from([0x93, ...Buffer.from("NUMPY"), 1, 0]);

/** Nested lists of numbers as a NumPy file of 64-bit floats. Other answers would be pickled Python objects. */
export function encodeNpy(prediction: unknown): Buffer {
  const shape = shapeOf(prediction);
  const values = [prediction].flat(Number.POSITIVE_INFINITY);
  if (!values.every((value) => typeof value === "number") || values.length !== shape.reduce((a, b) => a * b, 1)) {
    throw new PredictionError("The emulator writes application/x-npy for lists of numbers only.");
  }
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(", ")}${shape.length === 1 ? "," : ""}), }`;
  // The data begins at a multiple of 64 bytes; spaces and a line break fill the header up.
  const room = Math.ceil((MAGIC.length + 2 + text.length + 1) / 64) * 64 - MAGIC.length - 2;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(room);
  const header = Buffer.from(`${text.padEnd(room - 1)}\n`, "latin1");
  return Buffer.concat([MAGIC, length, header, Buffer.from(Float64Array.from(values as number[]).buffer)]);
}

function shapeOf(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...(value.length > 0 ? shapeOf(value[0]) : [])] : [];
}
