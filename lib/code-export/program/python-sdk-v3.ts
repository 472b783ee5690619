import type { RecipeCall } from "@/lib/recipes/view";

import { Expression, PythonCall, type PythonValue, pythonLiteral, toPython } from "../python-literal";
import { makingOf, removingOf } from "./calls-of";
import { componentsToAwait, memberOf } from "./components";
import { cleanUpCode, removalCode, scalingCode, secretImports, unmasked } from "./python-requests";
import {
  ASYNCHRONOUS_KEY,
  asynchronousInput,
  isAsynchronous,
  needsS3,
  packingCode,
  packingImports,
} from "./python-source";
import { pascalToSnake, SDK_V3_SHAPES } from "./sdk-v3-shapes";
import type { ProgramExport } from "./view";

/** The release that the programs are written for. */
export const SDK_V3 = "3.26.0";
/** The line length of Python's usual formatters. */
const PYTHON_WIDTH = 88;

/**
 * The calls with the resource classes of the SageMaker Python SDK v3, which take the requests as they are. When it sends
 * them, the SDK leaves out members that are false or empty, which are AWS's defaults. It has no class for scaling and
 * alarms; boto3 sends those.
 */
export function pythonSdkV3Program(wanted: ProgramExport): string {
  const { region } = wanted;
  const calls = makingOf(wanted);
  const created = calls.filter(isCreation).map(toCreation);
  const waits = componentsToAwait(calls);
  const others = calls.filter((call) => !isCreation(call));
  const client = (name: string, service: string) => `${name} = session.client(${JSON.stringify(service)})`;
  const uses = (service: string) => others.some((call) => call.service === service);
  const parts = [
    imports(wanted, created, secretImports(calls)),
    [
      `region = ${JSON.stringify(region)}`,
      "session = boto3.Session(region_name=region)",
      ...(needsS3(wanted) ? [client("s3", "s3")] : []),
      ...(uses("application-autoscaling") ? [client("autoscaling", "application-autoscaling")] : []),
      ...(uses("cloudwatch") ? [client("cloudwatch", "cloudwatch")] : []),
      ...(uses("sagemaker") ? [client("sagemaker", "sagemaker")] : []),
    ].join("\n"),
    packingCode(wanted),
    ...created.map(({ of, resource, variable, call }) =>
      [
        `${variable} = ${pythonLiteral(call)}`,
        ...waiting(resource, variable),
        ...(waits.get(of) ?? []).map(
          (name) => `${variableFor("InferenceComponent", name, created)}.wait_for_status("InService")`,
        ),
      ].join("\n"),
    ),
    invocation(wanted),
    scalingCode(others),
  ];
  const program = `# pip install "sagemaker==${SDK_V3}"\n${parts.filter(Boolean).join("\n\n")}\n`;
  return `${program}${cleanUp(removingOf(wanted), created)}`;
}

/** What the SDK has a resource class for; the rest is sent by boto3. */
function isCreation({ service, operation }: RecipeCall): boolean {
  return service === "sagemaker" && operation.startsWith("Create");
}

type Creation = { of: RecipeCall; resource: string; variable: string; shapes: string[]; call: PythonCall };

/** `TrainingJob.create(…)` of a CreateTrainingJob call, with the classes that it names. */
function toCreation(of: RecipeCall, index: number, all: readonly RecipeCall[]): Creation {
  const { operation, input } = of;
  const before = all.slice(0, index).filter((other) => other.operation === operation).length;
  const resource = operation.replace(/^Create/, "");
  const shapes = new Set<string>();
  const values = unmasked(toPython(input as Parameters<typeof toPython>[0])) as Record<string, PythonValue>;
  const own = members(resource, values, shapes);
  const call = new PythonCall(`${resource}.create`, {
    ...own,
    session: new Expression("session"),
    region: new Expression("region"),
  });
  return { of, resource, variable: numbered(pascalToSnake(resource), before), shapes: [...shapes], call };
}

/** `model` for the first, `model_2` for another. */
function numbered(variable: string, before: number): string {
  return before === 0 ? variable : `${variable}_${before + 1}`;
}

function members(owner: string, values: Record<string, PythonValue>, shapes: Set<string>): Record<string, PythonValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const shape = SDK_V3_SHAPES[owner]?.[name];
      const isMap = name === "Environment" || name === "HyperParameters";
      return [pascalToSnake(name), shape ? shaped(shape, value, shapes) : isMap ? value : renamed(value)];
    }),
  );
}

/** A structure whose class is not known here: the SDK makes it of a dict with its own names. */
function renamed(value: PythonValue): PythonValue {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== "object" || value === null || value instanceof Expression) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [pascalToSnake(name), renamed(item)]));
}

function shaped(shape: string, value: PythonValue, shapes: Set<string>): PythonValue {
  if (Array.isArray(value)) return value.map((item) => shaped(shape, item, shapes));
  shapes.add(shape);
  return new PythonCall(shape, members(shape, value as Record<string, PythonValue>, shapes));
}

function imports(wanted: ProgramExport, created: Creation[], forSecrets: string[]): string {
  const forSample = wanted.requests.endpoint && wanted.sample ? ["import json"] : [];
  const own = new Set([...forSample, ...forSecrets, ...packingImports(wanted)]);
  return [
    ...own,
    "",
    "import boto3",
    ...fromCore("resources", created.map(({ resource }) => resource).sort()),
    ...fromCore("shapes", [...new Set(created.flatMap(({ shapes }) => shapes))].sort()),
  ]
    .join("\n")
    .trim();
}

function fromCore(module: string, names: string[]): string[] {
  if (names.length === 0) return [];
  const line = `from sagemaker.core.${module} import ${names.join(", ")}`;
  const block = names.map((name) => `    ${name},`).join("\n");
  return [line.length <= PYTHON_WIDTH ? line : `from sagemaker.core.${module} import (\n${block}\n)`];
}

function waiting(resource: string, variable: string): string[] {
  if (resource === "Endpoint") return [`${variable}.wait_for_status("InService")`];
  return resource.endsWith("Job") ? [`${variable}.wait()`] : [];
}

function invocation(wanted: ProgramExport): string {
  const { sample, requests, bucket } = wanted;
  if (!requests.endpoint || !sample) return "";
  const payload = `payload = ${pythonLiteral(toPython(sample.body))}\n`;
  if (isAsynchronous(wanted)) {
    return `${payload}${asynchronousInput(bucket)}
answer = endpoint.invoke_async(
    input_location="s3://${bucket}/${ASYNCHRONOUS_KEY}",
    accept="application/json",
)
print(answer.output_location)`;
  }
  return `${payload}answer = endpoint.invoke(
    body=json.dumps(payload),
    content_type="application/json",
    accept="application/json",
)
print(json.load(answer.body))`;
}

/** What the SDK made it removes; scaling goes first, and an endpoint once its components are gone. */
function cleanUp(calls: readonly RecipeCall[], created: readonly Creation[]): string {
  if (calls.length === 0) return "";
  const made = calls.filter(({ service }) => service === "sagemaker");
  const others = calls.filter(({ service }) => service !== "sagemaker");
  const components = calls.filter(({ operation }) => operation === "DeleteInferenceComponent");
  const removals = made.flatMap((call) => {
    const variable = variableOf(call, created);
    const gone = call === components.at(-1) ? components : [];
    return [
      `    ${variable}.delete()`,
      ...gone.map((component) => `    ${variableOf(component, created)}.wait_for_delete()`),
    ];
  });
  return cleanUpCode(calls, [...others.map((call) => removalCode(call)), ...removals]);
}

/** The variable of what a call deletes: its one member is the name. */
function variableOf({ operation, input }: RecipeCall, created: readonly Creation[]): string | undefined {
  return variableFor(operation.replace(/^Delete/, ""), Object.values(input)[0], created);
}

function variableFor(resource: string, name: unknown, created: readonly Creation[]): string | undefined {
  return created.find((made) => made.resource === resource && memberOf(made.of, `${resource}Name`) === name)?.variable;
}
