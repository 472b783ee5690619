import { isToolkitName } from "./distribution";
import { dumps, floatText, loads, PythonFloat, type PythonValue } from "./python-json";

export const HYPERPARAMETER_TYPES = ["string", "integer", "float", "boolean", "json"] as const;
export type HyperparameterType = (typeof HYPERPARAMETER_TYPES)[number];

/** One row of the form: the value as it was typed. */
export type Hyperparameter = { name: string; type: HyperparameterType; value: string };

/** AWS's limit of a value (CreateTrainingJob). */
const MAX_VALUE_LENGTH = 2_500;

/**
 * Hyperparameters as the SageMaker Python SDK sends them: each value as `json.dumps` writes it, strings in quotes
 * too. Throws a RangeError or SyntaxError for a row that `hyperparameterError` complains of.
 */
export function encodeHyperparameters(rows: readonly Hyperparameter[]): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row.name, dumps(typedValue(row))]));
}

/** Why a row cannot be sent; null when it can. */
export function hyperparameterError(row: Hyperparameter): string | null {
  if (!/^\S{1,256}$/.test(row.name)) return "Give a name of up to 256 characters, without spaces.";
  if (isToolkitName(row.name)) return "The container's toolkit keeps this name for itself.";
  try {
    const length = dumps(typedValue(row)).length;
    return length > MAX_VALUE_LENGTH ? `SageMaker takes values of up to 2,500 characters; this is ${length}.` : null;
  } catch {
    return MEANT[row.type];
  }
}

const MEANT: Record<HyperparameterType, string> = {
  string: "Type a text.",
  integer: "Type a whole number.",
  float: "Type a number, such as 0.1 or 3e-05.",
  boolean: "Type true or false.",
  json: "Type valid JSON.",
};

function typedValue({ type, value }: Hyperparameter): PythonValue {
  const typed = value.trim();
  switch (type) {
    case "string":
      return value;
    case "integer":
      if (!/^[-+]?\d+$/.test(typed)) throw new RangeError(typed);
      return BigInt(typed.replace(/^\+/, ""));
    case "float":
      if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(typed)) throw new RangeError(typed);
      return new PythonFloat(Number(typed));
    case "boolean":
      if (!/^(true|false)$/i.test(typed)) throw new RangeError(typed);
      return typed.toLowerCase() === "true";
    case "json":
      return loads(value);
  }
}

/** A row for a plain value, as recipes and earlier jobs hold it. */
export function hyperparameterOf(name: string, value: PythonValue): Hyperparameter {
  if (typeof value === "string") return { name, type: "string", value };
  if (typeof value === "bigint") return { name, type: "integer", value: String(value) };
  if (typeof value === "boolean") return { name, type: "boolean", value: String(value) };
  if (value instanceof PythonFloat) return { name, type: "float", value: floatText(value.value) };
  return { name, type: "json", value: dumps(value) };
}

/** A job's hyperparameters as rows, those of the toolkit (`sagemaker_…`) left out; what is no JSON is a string. */
export function decodeHyperparameters(sent: Record<string, string>): Hyperparameter[] {
  return Object.entries(sent)
    .filter(([name]) => !isToolkitName(name))
    .map(([name, text]) => {
      try {
        return hyperparameterOf(name, loads(text));
      } catch {
        return { name, type: "string", value: text };
      }
    });
}
