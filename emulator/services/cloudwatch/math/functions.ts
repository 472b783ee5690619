import { foldSeries, isSeries, mapSeries, pointOf, type Series, type Value } from "./values.ts";

/** What functions may ask of the request around the expression. */
export type MathScope = {
  /** Series of the request's own metrics (not of expressions) whose id contains the text. */
  metrics(idPart: string): Series[];
  /** Starts of all periods of the request. */
  times(): number[];
  periodSeconds: number;
};

type MathFunction = (args: Value[], scope: MathScope) => Value;

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

const FUNCTIONS: Record<string, MathFunction> = {
  SUM: fold(total),
  AVG: fold((values) => total(values) / values.length),
  MIN: fold((values) => Math.min(...values)),
  MAX: fold((values) => Math.max(...values)),
  ABS: each(Math.abs),
  CEIL: each(Math.ceil),
  FLOOR: each(Math.floor),
  LOG: each(Math.log),
  LOG10: each(Math.log10),
  METRICS: ([idPart], scope) => scope.metrics(typeof idPart === "string" ? idPart : ""),
  PERIOD: (_args, scope) => scope.periodSeconds,
  FILL: fill,
  IF: choose,
  RUNNING_SUM: ([series]) => {
    let sum = 0;
    return mapSeries(asSeries(series), (value) => {
      sum += value;
      return sum;
    });
  },
};

export function callFunction(name: string, args: Value[], scope: MathScope): Value {
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!found) throw new Error(`the emulator does not know the function ${name}`);
  return found(args, scope);
}

/** Several series become one series, a single series becomes its number. */
function fold(combineValues: (values: number[]) => number): MathFunction {
  return ([first]) => {
    if (Array.isArray(first)) return foldSeries(first, combineValues);
    if (first !== undefined && isSeries(first)) return combineValues([...first.values()]);
    throw new Error("a series or a list of series is needed");
  };
}

function each(change: (value: number) => number): MathFunction {
  return ([first]) => {
    if (typeof first === "number") return change(first);
    return Array.isArray(first) ? first.map((series) => mapSeries(series, change)) : mapSeries(asSeries(first), change);
  };
}

function fill([first, filler]: Value[], scope: MathScope): Value {
  if (filler === "LINEAR") throw new Error("the emulator does not know FILL with LINEAR");
  if (Array.isArray(first)) return first.map((series) => fillOne(series, filler, scope));
  return fillOne(asSeries(first), filler, scope);
}

function fillOne(series: Series, filler: Value | undefined, scope: MathScope): Series {
  let last: number | undefined;
  const points = new Map<number, number>();
  for (const at of scope.times()) {
    const present = series.get(at);
    const value = present ?? (filler === "REPEAT" ? last : typeof filler === "number" ? filler : undefined);
    if (value !== undefined) points.set(at, value);
    last = value;
  }
  return points;
}

function choose([condition, yes = 0, no = 0]: Value[]): Value {
  if (typeof condition === "number") return condition === 0 ? no : yes;
  const points = new Map<number, number>();
  for (const [at, holds] of asSeries(condition)) {
    const branch = holds === 0 ? no : yes;
    if (typeof branch === "string" || Array.isArray(branch)) throw new Error("IF needs numbers or series");
    const value = pointOf(branch, at);
    if (value !== undefined) points.set(at, value);
  }
  return points;
}

function asSeries(value: Value | undefined): Series {
  if (value !== undefined && isSeries(value)) return value;
  throw new Error("a series is needed");
}
