import { isLosslessNumber, parse } from "lossless-json";

/** A Python float: `1.0` stays `1.0`. Whole numbers are bigint, as Python's int has no limit. */
export class PythonFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type PythonValue =
  | string
  | bigint
  | PythonFloat
  | boolean
  | null
  | PythonValue[]
  | { [key: string]: PythonValue };

/** Text as `json.dumps` of Python writes it: `", "` and `": "` between, everything beyond ASCII escaped. */
export function dumps(value: PythonValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof PythonFloat) return floatText(value.value);
  if (Array.isArray(value)) return `[${value.map(dumps).join(", ")}]`;
  const members = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${dumps(item)}`);
  return `{${members.join(", ")}}`;
}

/** JSON text as Python would hold it, whole numbers told from fractions; throws a SyntaxError when it is not JSON. */
export function loads(text: string): PythonValue {
  return toPython(parse(text));
}

function toPython(value: unknown): PythonValue {
  if (isLosslessNumber(value)) {
    const digits = value.toString();
    return /^-?\d+$/.test(digits) ? BigInt(digits) : new PythonFloat(Number(digits));
  }
  if (Array.isArray(value)) return value.map(toPython);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPython(item)]));
  }
  return value as string | boolean | null;
}

/**
 * `float.__repr__`: the shortest digits that read back as the same number, which JavaScript finds too; it differs in
 * when an exponent is written (below 1e-4, from 1e16) and in that a whole number keeps its `.0`.
 */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (Object.is(value, -0)) return "-0.0";
  if (value === 0) return "0.0";
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return withoutExponent(mantissa, power);
}

function withoutExponent(mantissa: string, power: number): string {
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  return `${sign}${whole}.${digits.slice(power + 1) || "0"}`;
}

/** JSON.stringify escapes what JSON demands; Python escapes all that is not printable ASCII. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
