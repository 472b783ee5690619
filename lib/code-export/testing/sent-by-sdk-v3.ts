/**
 * A request as the SageMaker Python SDK v3 sends it: it drops members of its classes that are false, 0 or empty
 * (`_serialize_shape` of sagemaker-core); each of them is AWS's default.
 */
export function sentBySdkV3(input: object): object {
  return mapValues(input, (value, name) => (isMap(name) ? value : withoutEmpty(value)));
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, item]) => (Array.isArray(item) ? item.length > 0 : Boolean(item)));
  return sentBySdkV3(Object.fromEntries(kept));
}

/** Members that hold free names, which the SDK keeps as a dict. */
function isMap(name: string): boolean {
  return name === "Environment" || name === "HyperParameters";
}

function mapValues(of: object, change: (value: unknown, name: string) => unknown): object {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value, name)]));
}
