import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";

import { Expression, PythonCall, type PythonValue, pythonArguments, toPython } from "../python-literal";
import { isJsonMask, maskedNames, secretVariable } from "../secrets";

/** `create_training_job` of `CreateTrainingJob`. */
export function methodName(operation: string): string {
  return operation.replace(/(?!^)([A-Z])/g, "_$1").toLowerCase();
}

/** `CLIENT.create_model(…)` with a request's members as arguments. A masked value is read from the shell. */
export function pythonCall(client: string, { operation, input }: RecipeCall, indent = ""): string {
  const values = unmasked(toPython(input as Parameters<typeof toPython>[0])) as Record<string, PythonValue>;
  const code = `${client}.${methodName(operation)}(\n${pythonArguments(values)}\n)`;
  return code.replaceAll(/^/gm, indent);
}

/** Secrets and what AWS says only later, as Python that fetches them. */
export function unmasked(value: PythonValue, key = ""): PythonValue {
  if (value === MASK) return new Expression(environmentLookup(secretVariable(key)));
  if (isJsonMask(value)) return new Expression(`json.dumps(${environmentLookup(secretVariable(key))})`);
  if (value === WAKE_POLICY_ARN) return new Expression('wake["PolicyARN"]');
  if (Array.isArray(value)) return value.map((item) => unmasked(item, key));
  if (value instanceof Expression || value instanceof PythonCall || typeof value !== "object" || value === null)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unmasked(item, name)]));
}

/** Calls of scaling and alarms, with the answer of the policy that an alarm starts kept. */
export function scalingCode(calls: readonly RecipeCall[]): string {
  return calls
    .map((call) => {
      const code = pythonCall(CLIENTS[call.service], call);
      return "PolicyType" in call.input && call.input.PolicyType === "StepScaling" ? `wake = ${code}` : code;
    })
    .join("\n");
}

/** Why one should remove what a recipe made, as a comment of Python and of a shell. */
export function cleanUpComment(calls: readonly RecipeCall[]): string {
  return calls.some(({ operation }) => operation === "DeleteEndpoint")
    ? "# An endpoint costs money until it is deleted: call this when you are done."
    : "# Removes what stays behind: call this when you are done.";
}

/** A function that removes everything, to be called by hand. */
export function cleanUpCode(calls: readonly RecipeCall[], lines = calls.map((call) => removalCode(call))): string {
  if (calls.length === 0) return "";
  return `\n\n${cleanUpComment(calls)}\ndef clean_up():\n${lines.join("\n")}\n`;
}

const CLIENTS = { sagemaker: "sagemaker", "application-autoscaling": "autoscaling", cloudwatch: "cloudwatch" };

/** A removing call with boto3, as a line of `clean_up`. */
export function removalCode(call: RecipeCall): string {
  return pythonCall(CLIENTS[call.service], call, "    ");
}

function environmentLookup(name: string): string {
  return `os.environ[${JSON.stringify(name)}]`;
}

/** The modules that reading the requests' secrets takes. */
export function secretImports(calls: readonly RecipeCall[]): string[] {
  const { json, plain } = maskedNames(calls);
  return [...(json.length > 0 ? ["import json"] : []), ...(json.length + plain.length > 0 ? ["import os"] : [])];
}
