/** A JSON value as Python's `repr` writes it, which is what ends up in CSV cells and in error texts. */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return pythonNumber(value);
  if (typeof value === "string") return pythonString(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  const members = Object.entries(value as object).map(
    ([name, member]) => `${pythonString(name)}: ${pythonRepr(member)}`,
  );
  return `{${members.join(", ")}}`;
}

/** Double quotes only where the text has single ones and no double ones. */
function pythonString(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
  if (escaped.includes("'") && !escaped.includes('"')) return `"${escaped}"`;
  return `'${escaped.replaceAll("'", "\\'")}'`;
}

/** Python goes over to exponents below 0.0001 and from 10^16, and writes two digits of them at least. */
function pythonNumber(value: number): string {
  if (value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e16)) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}
