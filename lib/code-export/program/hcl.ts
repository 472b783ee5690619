/** A value that is put into the configuration as it stands: `var.hf_token`. */
export class HclExpression {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

export type HclValue =
  | HclExpression
  | HclMap
  | string
  | number
  | boolean
  | HclValue[]
  | { [key: string]: HclValue | undefined };

/** An object that is written as one argument (`environment = { … }`) instead of a block. */
export class HclMap {
  readonly entries: Record<string, HclValue>;

  constructor(entries: Record<string, HclValue>) {
    this.entries = entries;
  }
}

/** A resource as Terraform's own formatter would leave it. Objects become blocks, lists of objects repeated blocks. */
export function hclResource(type: string, body: { [key: string]: HclValue | undefined }): string {
  return `resource "${type}" "this" {\n${hclBody(body, "  ")}\n}`;
}

function hclBody(body: { [key: string]: HclValue | undefined }, indent: string): string {
  const entries = Object.entries(body).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const single = aligned(
    entries.filter(([, value]) => !isBlock(value) && !(value instanceof HclMap)),
    indent,
  );
  const maps = entries.flatMap(([key, value]) =>
    value instanceof HclMap
      ? [`${indent}${key} = {\n${aligned(Object.entries(value.entries), `${indent}  `).join("\n")}\n${indent}}`]
      : [],
  );
  const blocks = entries.flatMap(([key, value]) => (isBlock(value) ? blocksOf(key, value, indent) : []));
  return [single.join("\n"), ...maps, ...blocks].filter(Boolean).join("\n\n");
}

/** Terraform lines up the equals signs of arguments that follow each other. */
function aligned(entries: readonly (readonly [string, HclValue])[], indent: string): string[] {
  const width = Math.max(0, ...entries.map(([key]) => key.length));
  return entries.map(([key, value]) => `${indent}${key.padEnd(width)} = ${literal(value)}`);
}

function blocksOf(key: string, value: HclValue, indent: string): string[] {
  return (Array.isArray(value) ? value : [value]).map(
    (item) =>
      `${indent}${key} {\n${hclBody(item as { [key: string]: HclValue | undefined }, `${indent}  `)}\n${indent}}`,
  );
}

function isBlock(value: HclValue): boolean {
  if (Array.isArray(value)) return value.every(isBlock);
  return typeof value === "object" && !(value instanceof HclExpression) && !(value instanceof HclMap);
}

function literal(value: HclValue): string {
  if (value instanceof HclExpression) return value.code;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value).replaceAll("${", "$${").replaceAll("%{", "%%{");
  return String(value);
}
