import { ContainerStartError } from "../inference-host.ts";

/** Where SageMaker unpacks ModelDataUrl: a model id of this path means the archive. */
const MODEL_FOLDER = "/opt/ml/model";

type Environment = Record<string, string>;

/** An environment whose HF_MODEL_ID is the given model, or none when that is the folder of the archive. */
export function withModel(environment: Environment, model: string | undefined, more: Environment = {}): Environment {
  const { HF_MODEL_ID: _replaced, ...rest } = environment;
  const isArchive = !model || model.startsWith(MODEL_FOLDER);
  return { ...rest, ...more, ...(isArchive ? {} : { HF_MODEL_ID: model }) };
}

/** The start-up scripts of TGI and TEI end here without a model. */
export function requireModelId(environment: Environment): string {
  const id = environment.HF_MODEL_ID;
  if (id) return id;
  throw new ContainerStartError("HF_MODEL_ID must be set");
}

/** What the argument parser of the Rust servers says of a variable that is no number. */
export function invalidDigit(name: string, value: string): string {
  const flag = `--${name.toLowerCase().replaceAll("_", "-")} <${name}>`;
  return `error: invalid value '${value}' for '${flag}': invalid digit found in string`;
}

/** A whole number of the environment; `refuse` words what the server says of another value. */
export function wholeNumber<T>(value: string | undefined, fallback: T, refuse: (value: string) => string): number | T {
  if (value === undefined || value === "") return fallback;
  if (!/^\d+$/.test(value)) throw new ContainerStartError(refuse(value));
  return Number(value);
}
