type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** A value that is put into the program as it stands: `os.environ["HF_TOKEN"]`. */
export class Expression {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** A call whose arguments are written one a line: `ResourceConfig(…)`. */
export class PythonCall {
  readonly name: string;
  readonly values: Record<string, PythonValue | undefined>;

  constructor(name: string, values: Record<string, PythonValue | undefined>) {
    this.name = name;
    this.values = values;
  }
}

export type PythonValue =
  | Expression
  | PythonCall
  | string
  | number
  | boolean
  | null
  | PythonValue[]
  | { [key: string]: PythonValue };

/** A JSON-like value as a Python literal, broken over lines when it has parts. */
export function pythonLiteral(value: PythonValue, indent = ""): string {
  if (value instanceof Expression) return value.code;
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  // JSON's escapes are all escapes of Python too.
  if (typeof value !== "object") return JSON.stringify(value);
  const deeper = `${indent}    `;
  if (value instanceof PythonCall) {
    const inside = pythonArguments(value.values, deeper);
    return inside ? `${value.name}(\n${inside}\n${indent})` : `${value.name}()`;
  }
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => `${deeper}${pythonLiteral(item, deeper)},`)
    : Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${pythonLiteral(item, deeper)},`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return parts.length === 0 ? open + close : `${open}\n${parts.join("\n")}\n${indent}${close}`;
}

/** Keyword arguments of a call, one a line. */
export function pythonArguments(values: Record<string, PythonValue | undefined>, indent = "    "): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${indent}${name}=${pythonLiteral(value, indent)},`]))
    .join("\n");
}

/** A request of ours as a Python value; it is plain JSON, absent members are left out. */
export function toPython(value: Json): PythonValue {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(toPython);
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, toPython(item)]])),
  );
}
