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
  | HclJson
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

/** An object that is handed over as JSON (`desired_state = jsonencode({ … })`). */
export class HclJson {
  readonly value: { [key: string]: HclValue | undefined };

  constructor(value: { [key: string]: HclValue | undefined }) {
    this.value = value;
  }
}

/** A resource as Terraform's own formatter would leave it. Objects become blocks, lists of objects repeated blocks. */
export function hclResource(type: string, body: { [key: string]: HclValue | undefined }): string {
  return `resource "${type}" "this" {\n${hclBody(body, "  ")}\n}`;
}

function hclBody(body: { [key: string]: HclValue | undefined }, indent: string): string {
  const entries = Object.entries(body).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const single = aligned(
    entries.filter(([, value]) => !isBlock(value) && !(value instanceof HclMap) && !(value instanceof HclJson)),
    indent,
  );
  const maps = entries.flatMap(([key, value]) =>
    value instanceof HclMap
      ? [`${indent}${key} = {\n${aligned(Object.entries(value.entries), `${indent}  `).join("\n")}\n${indent}}`]
      : [],
  );
  const json = entries.flatMap(([key, value]) =>
    value instanceof HclJson ? [`${indent}${key} = jsonencode(${hclObject(value.value, indent)})`] : [],
  );
  const blocks = entries.flatMap(([key, value]) => (isBlock(value) ? blocksOf(key, value, indent) : []));
  return [single.join("\n"), ...maps, ...json, ...blocks].filter(Boolean).join("\n\n");
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

/** An object as an expression. Only arguments of one line that follow each other are lined up. */
function hclObject(value: { [key: string]: HclValue | undefined }, indent: string): string {
  const deeper = `${indent}  `;
  const lines: string[] = [];
  let run: [string, HclValue][] = [];
  const endRun = () => {
    lines.push(...aligned(run, deeper));
    run = [];
  };
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (!isBlock(item)) {
      run.push([key, item]);
      continue;
    }
    endRun();
    lines.push(`${deeper}${key} = ${nested(item, deeper)}`);
  }
  endRun();
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function nested(value: HclValue, indent: string): string {
  if (!Array.isArray(value)) return hclObject(value as { [key: string]: HclValue | undefined }, indent);
  const deeper = `${indent}  `;
  return `[\n${value.map((item) => `${deeper}${nested(item, deeper)},`).join("\n")}\n${indent}]`;
}

function isBlock(value: HclValue): boolean {
  if (Array.isArray(value)) return value.every(isBlock);
  return typeof value === "object" && ![HclExpression, HclMap, HclJson].some((kind) => value instanceof kind);
}

function literal(value: HclValue): string {
  if (value instanceof HclExpression) return value.code;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value).replaceAll("${", "$${").replaceAll("%{", "%%{");
  return String(value);
}
