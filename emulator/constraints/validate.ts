import { Fault } from "../protocol/fault.ts";
import { wholeString } from "./pattern.ts";
import type { ServiceModel, Shape } from "./shapes.ts";

type Findings = { model: ServiceModel; failures: string[] };

/**
 * Checks an operation's input against AWS's constraints and throws what AWS's front end answers:
 * `1 validation error detected: Value 'x' at 'productionVariants.1.member.modelName' failed to satisfy constraint: …`.
 */
export function validateInput(model: ServiceModel, shapeName: string, input: unknown, errorType: string): void {
  const findings: Findings = { model, failures: [] };
  check(findings, shapeName, input, "");
  const { failures } = findings;
  if (failures.length === 0) return;
  const noun = failures.length > 1 ? "errors" : "error";
  throw new Fault(errorType, `${failures.length} validation ${noun} detected: ${failures.join("; ")}`);
}

type Check = (findings: Findings, shape: Shape, value: unknown, path: string) => void;

const CHECKS: Record<string, Check> = {
  S: checkStructure,
  l: checkList,
  m: checkMap,
  s: checkString,
  b: checkBoolean,
  B: () => undefined,
};

function check(findings: Findings, shapeName: string, value: unknown, path: string): void {
  const shape = findings.model.shapes[shapeName];
  if (!shape) throw new Error(`The service model lacks the shape ${shapeName}.`);
  const run = CHECKS[shape.t] ?? checkNumber;
  run(findings, shape, value, path);
}

function checkStructure(findings: Findings, shape: Shape, raw: unknown, path: string): void {
  const value = asObject(raw, path);
  for (const name of shape.req ?? []) {
    if (value[name] === undefined || value[name] === null) fail(findings, null, join(path, name), "not be null");
  }
  const members = Object.entries(shape.m ?? {}).filter(([name]) => value[name] !== undefined && value[name] !== null);
  if (shape.union && members.length !== 1) throw wrongType(path, "exactly one member of a union");
  for (const [name, member] of members) check(findings, member, value[name], join(path, name));
}

function checkList(findings: Findings, shape: Shape, value: unknown, path: string): void {
  if (!Array.isArray(value)) throw wrongType(path, "START_ARRAY");
  checkLength(findings, shape, value.length, value, path);
  value.forEach((item, index) => {
    check(findings, shape.of ?? "", item, `${path}.${index + 1}.member`);
  });
}

function checkMap(findings: Findings, shape: Shape, raw: unknown, path: string): void {
  const value = asObject(raw, path);
  const entries = Object.entries(value);
  checkLength(findings, shape, entries.length, value, path);
  for (const [key, item] of entries) {
    check(findings, shape.k ?? "", key, `${path}.key`);
    check(findings, shape.v ?? "", item, `${path}.${key}.member`);
  }
}

function checkString(findings: Findings, shape: Shape, value: unknown, path: string): void {
  if (typeof value !== "string") throw wrongType(path, "STRING_VALUE");
  if (shape.enum && !shape.enum.includes(value)) {
    fail(findings, value, path, `satisfy enum value set: [${shape.enum.join(", ")}]`);
    return;
  }
  const length = [...value].length;
  if (!checkLength(findings, shape, length, value, path)) return;
  if (shape.pat !== undefined && !wholeString(shape.pat).test(value)) {
    fail(findings, value, path, `satisfy regular expression pattern: ${shape.pat}`);
  }
}

function checkBoolean(_findings: Findings, _shape: Shape, value: unknown, path: string): void {
  if (typeof value !== "boolean") throw wrongType(path, "BOOLEAN_VALUE");
}

function checkNumber(findings: Findings, shape: Shape, value: unknown, path: string): void {
  if (typeof value !== "number") throw wrongType(path, "NUMBER_VALUE");
  if ((shape.t === "i" || shape.t === "L") && !Number.isInteger(value)) throw wrongType(path, "an integer");
  if (shape.min !== undefined && value < shape.min) {
    fail(findings, value, path, `have value greater than or equal to ${shape.min}`);
  }
  if (shape.max !== undefined && value > shape.max) {
    fail(findings, value, path, `have value less than or equal to ${shape.max}`);
  }
}

/** False when the value is too long: a pattern is not tried on it then, as some would take very long. */
function checkLength(findings: Findings, shape: Shape, length: number, value: unknown, path: string): boolean {
  if (shape.min !== undefined && length < shape.min) {
    fail(findings, value, path, `have length greater than or equal to ${shape.min}`);
  }
  if (shape.max === undefined || length <= shape.max) return true;
  fail(findings, value, path, `have length less than or equal to ${shape.max}`);
  return false;
}

function fail(findings: Findings, value: unknown, path: string, must: string): void {
  const shown = value === null ? "null" : `'${typeof value === "object" ? JSON.stringify(value) : String(value)}'`;
  findings.failures.push(`Value ${shown} at '${path}' failed to satisfy constraint: Member must ${must}`);
}

function asObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrongType(path, "START_OBJECT");
  return value as Record<string, unknown>;
}

function wrongType(path: string, expected: string): Fault {
  return new Fault("SerializationException", `${path || "The request"} could not be read: expected ${expected}.`);
}

function join(path: string, name: string): string {
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return path ? `${path}.${member}` : member;
}
