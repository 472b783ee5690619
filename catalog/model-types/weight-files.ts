/** Whether a file holds weights, by how its name ends. */
export function isWeightFile(path: string): boolean {
  return /\.(safetensors|bin|onnx|onnx_data|pt|h5|msgpack|gguf)$/.test(path);
}

/** Bytes of one value; types of the safetensors format. Types of less than a byte are packed. */
const BYTES: Record<string, number> = {
  F64: 8,
  I64: 8,
  U64: 8,
  C64: 8,
  F32: 4,
  I32: 4,
  U32: 4,
  F16: 2,
  BF16: 2,
  I16: 2,
  U16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
  F4: 0.5,
  FP4: 0.5,
};

/** Bytes that a value of a safetensors type takes; types that nobody knows count as two. */
export function bytesPerValue(type: string): number {
  return BYTES[type] ?? (type.startsWith("F6") ? 0.75 : type.startsWith("F8") || type.startsWith("UE8") ? 1 : 2);
}
