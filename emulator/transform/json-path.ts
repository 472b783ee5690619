/** One step of a path. */
type Step =
  | { kind: "names"; names: string[] }
  | { kind: "indexes"; indexes: number[] }
  | { kind: "slice"; start: number | null; end: number | null }
  | { kind: "all" };

export type JsonPath = Step[];

/**
 * Reads the part of JSONPath that batch transform documents: `$`, `.name`, `*`, `['a','b']`, `[1,3]`, `[1:4]`.
 * Null for anything else. Source: "Supported JSONPath Operators", Associate Prediction Results with Input Records.
 */
export function parseJsonPath(text: string): JsonPath | null {
  if (!text.startsWith("$")) return null;
  const steps: JsonPath = [];
  let rest = text.slice(1);
  while (rest !== "") {
    const [whole, name, inside] = /^(?:\.([\w-]+|\*)|\.?\[([^\]]*)\])/.exec(rest) ?? [];
    if (whole === undefined) return null;
    const step = name === undefined ? bracketStep(inside ?? "") : nameStep(name);
    if (!step) return null;
    steps.push(step);
    rest = rest.slice(whole.length);
  }
  return steps;
}

function nameStep(name: string): Step {
  return name === "*" ? { kind: "all" } : { kind: "names", names: [name] };
}

function bracketStep(inside: string): Step | null {
  const text = inside.trim();
  if (text === "*") return { kind: "all" };
  const [isSlice, start, end] = /^(-?\d*)\s*:\s*(-?\d*)$/.exec(text) ?? [];
  if (isSlice !== undefined) return { kind: "slice", start: numberOf(start), end: numberOf(end) };
  const parts = text.split(",").map((part) => part.trim());
  if (parts.every((part) => /^-?\d+$/.test(part))) return { kind: "indexes", indexes: parts.map(Number) };
  const names = parts.map((part) => /^(?:'([^']*)'|"([^"]*)")$/.exec(part)).map((found) => found?.[1] ?? found?.[2]);
  return names.every((name) => name !== undefined) ? { kind: "names", names } : null;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === "" || text === "-" ? null : Number(text);
}

/** What a path selects; undefined where nothing is there. Several names give an object, several indexes a list. */
export function select(value: unknown, path: JsonPath): unknown {
  return path.reduce(take, value);
}

function take(value: unknown, step: Step): unknown {
  if (value === undefined || value === null || typeof value !== "object") return undefined;
  if (step.kind === "all") return Object.values(value);
  if (step.kind === "names") {
    const fields = value as Record<string, unknown>;
    if (Array.isArray(value)) return undefined;
    const [only] = step.names;
    if (step.names.length === 1 && only !== undefined) return Object.hasOwn(fields, only) ? fields[only] : undefined;
    return Object.fromEntries(
      step.names.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]),
    );
  }
  if (!Array.isArray(value)) return undefined;
  const items = value as unknown[];
  if (step.kind === "slice") return slice(items, step.start ?? 0, step.end ?? -1);
  const [only] = step.indexes;
  if (step.indexes.length === 1 && only !== undefined) return items.at(only);
  return step.indexes.map((index) => items.at(index)).filter((item) => item !== undefined);
}

/** Both ends belong to it: the documentation's `$[1:4]` is the second through the fifth column. */
function slice(items: unknown[], start: number, end: number): unknown[] {
  const last = end < 0 ? items.length + end : end;
  return items.slice(start, last + 1);
}
