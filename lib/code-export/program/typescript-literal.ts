/** Code that is put into the program as it stands: `model.attrModelName`. */
export class TypeScriptCode {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

export type TypeScriptValue =
  | TypeScriptCode
  | string
  | number
  | boolean
  | null
  | undefined
  | TypeScriptValue[]
  | { [name: string]: TypeScriptValue };

/** A value as a TypeScript literal, broken over lines when it has parts; absent members are left out. */
export function typeScriptLiteral(value: TypeScriptValue, indent = ""): string {
  if (value instanceof TypeScriptCode) return value.code;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => `${deeper}${typeScriptLiteral(item, deeper)},`)
    : Object.entries(value).flatMap(([name, item]) =>
        item === undefined ? [] : [`${deeper}${key(name)}: ${typeScriptLiteral(item, deeper)},`],
      );
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return parts.length === 0 ? open + close : `${open}\n${parts.join("\n")}\n${indent}${close}`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
