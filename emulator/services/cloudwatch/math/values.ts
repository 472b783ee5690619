/** Values by the start of their period, in milliseconds. */
export type Series = ReadonlyMap<number, number>;

/** What an expression can come to. */
export type Value = number | string | Series | Series[];

export const isSeries = (value: Value): value is Series => value instanceof Map;

const OPERATORS: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
  "==": (a, b) => Number(a === b),
  "!=": (a, b) => Number(a !== b),
  "<": (a, b) => Number(a < b),
  ">": (a, b) => Number(a > b),
  "<=": (a, b) => Number(a <= b),
  ">=": (a, b) => Number(a >= b),
  "&&": (a, b) => Number(a !== 0 && b !== 0),
  "||": (a, b) => Number(a !== 0 || b !== 0),
};

/** Applies an operator point by point; where one side has no point, or the result is no number, there is none. */
export function combine(operator: string, left: Value, right: Value): Value {
  const apply = OPERATORS[operator];
  if (!apply || typeof left === "string" || typeof right === "string") throw new Error(`${operator} cannot be applied`);
  if (Array.isArray(left)) return left.map((series) => combine(operator, series, right) as Series);
  if (Array.isArray(right)) return right.map((series) => combine(operator, left, series) as Series);
  if (typeof left === "number" && typeof right === "number") return apply(left, right);
  const times = isSeries(left) ? left.keys() : isSeries(right) ? right.keys() : [];
  const points = new Map<number, number>();
  for (const at of times) {
    const [a, b] = [pointOf(left, at), pointOf(right, at)];
    const value = a === undefined || b === undefined ? Number.NaN : apply(a, b);
    if (Number.isFinite(value)) points.set(at, value);
  }
  return points;
}

export function pointOf(value: number | Series, at: number): number | undefined {
  return typeof value === "number" ? value : value.get(at);
}

/** Folds several series into one, point by point over all times that any of them has. */
export function foldSeries(list: Series[], fold: (values: number[]) => number): Series {
  const times = [...new Set(list.flatMap((series) => [...series.keys()]))].sort((a, b) => a - b);
  return new Map(times.map((at) => [at, fold(list.flatMap((series) => series.get(at) ?? []))]));
}

export function mapSeries(series: Series, change: (value: number) => number): Series {
  return new Map([...series].map(([at, value]) => [at, change(value)]));
}
