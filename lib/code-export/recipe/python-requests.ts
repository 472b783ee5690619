import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";
import { dumps } from "@/lib/training/python-json";

import { Expression, type PythonValue, pythonArguments, toPython } from "../python-literal";

/** A masked token among the hyperparameters, which are JSON. */
export const JSON_MASK = dumps(MASK);

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
function unmasked(value: PythonValue, key = ""): PythonValue {
  if (value === MASK) return new Expression(`os.environ[${JSON.stringify(key)}]`);
  if (value === JSON_MASK) return new Expression('json.dumps(os.environ["HF_TOKEN"])');
  if (value === WAKE_POLICY_ARN) return new Expression('wake["PolicyARN"]');
  if (Array.isArray(value)) return value.map((item) => unmasked(item, key));
  if (value instanceof Expression || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unmasked(item, name)]));
}

/** Calls of scaling and alarms, with the answer of the policy that an alarm starts kept. */
export function scalingCode(calls: readonly RecipeCall[]): string {
  return calls
    .map((call) => {
      const code = pythonCall(call.service === "cloudwatch" ? "cloudwatch" : "autoscaling", call);
      return "PolicyType" in call.input && call.input.PolicyType === "StepScaling" ? `wake = ${code}` : code;
    })
    .join("\n");
}

/** A function that removes everything, to be called by hand. */
export function cleanUpCode(calls: readonly RecipeCall[], sagemaker: string): string {
  if (calls.length === 0) return "";
  const clients = { sagemaker, "application-autoscaling": "autoscaling", cloudwatch: "cloudwatch" };
  const body = calls.map((call) => pythonCall(clients[call.service], call, "    ")).join("\n");
  return `\n\n# An endpoint costs money until it is deleted: call this when you are done.\ndef clean_up():\n${body}\n`;
}

/** Whether any request holds a masked value. */
export function hasSecret(calls: readonly RecipeCall[]): boolean {
  const text = JSON.stringify(calls.map(({ input }) => input));
  return text.includes(MASK) || text.includes(JSON.stringify(JSON_MASK));
}
