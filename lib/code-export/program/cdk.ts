import type { RecipeCall } from "@/lib/recipes/view";

import { makingOf } from "./calls-of";
import { cdkProperties } from "./cdk-properties";
import { memberOf } from "./components";
import { typeScriptLiteral } from "./typescript-literal";
import type { ProgramExport } from "./view";

/** The class of each call's construct, and what its variable and id are called. */
const CONSTRUCTS: Record<string, [construct: string, variable: string, module: string]> = {
  CreateModel: ["sagemaker.CfnModel", "model", "aws-sagemaker"],
  CreateEndpointConfig: ["sagemaker.CfnEndpointConfig", "endpointConfig", "aws-sagemaker"],
  CreateEndpoint: ["sagemaker.CfnEndpoint", "endpoint", "aws-sagemaker"],
  CreateInferenceComponent: ["sagemaker.CfnInferenceComponent", "inferenceComponent", "aws-sagemaker"],
  RegisterScalableTarget: ["autoscaling.CfnScalableTarget", "scalableTarget", "aws-applicationautoscaling"],
  PutScalingPolicy: ["autoscaling.CfnScalingPolicy", "scalingPolicy", "aws-applicationautoscaling"],
  PutMetricAlarm: ["cloudwatch.CfnAlarm", "alarm", "aws-cloudwatch"],
};

/** An endpoint as a stack of the AWS CDK, of the constructs that CloudFormation's own resources have there. */
export function cdkProgram(wanted: ProgramExport, name: string): string {
  const calls = makingOf(wanted).filter(({ operation }) => CONSTRUCTS[operation]);
  const schedules = makingOf(wanted).filter(({ operation }) => operation === "PutScheduledAction");
  const variables = variablesOf(calls);
  let policy: string | null = null;
  const constructs = calls.map((call) => {
    const [construct = "", base = ""] = CONSTRUCTS[call.operation] ?? [];
    const variable = variables.get(call) ?? base;
    if ("PolicyType" in call.input && call.input.PolicyType === "StepScaling") policy = variable;
    const properties = cdkProperties(call, { calls, schedules, variables, policy });
    const id = JSON.stringify(variable[0]?.toUpperCase() + variable.slice(1));
    const made = `new ${construct}(this, ${id}, ${typeScriptLiteral(properties, "    ")});`;
    const scaled = call.operation === "RegisterScalableTarget" ? scaledVariable(call, variables) : null;
    const waits = scaled ? `\n    ${variable}.addDependency(${scaled});` : "";
    return `    const ${variable} = ${made}${waits}`;
  });
  const modules = new Set(calls.map(({ operation }) => CONSTRUCTS[operation]?.[2]));
  const imports = [...modules].map((module) => `import * as ${ALIASES[module ?? ""]} from "aws-cdk-lib/${module}";`);
  const unused = calls.filter(({ operation }) => REFERRED_TO.has(operation));
  const body = withoutUnused(
    constructs.join("\n\n"),
    unused.map((call) => variables.get(call) ?? ""),
  );
  return `// npm install aws-cdk-lib constructs
${notesOf(wanted)}import * as cdk from "aws-cdk-lib";
${imports.join("\n")}
import type { Construct } from "constructs";

export class EndpointStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

${body}
  }
}

new EndpointStack(new cdk.App(), ${JSON.stringify(`endpoint-${name}`)}, { env: { region: ${JSON.stringify(wanted.region)} } });
`;
}

/** What others may refer to: nothing else needs a variable. */
const REFERRED_TO = new Set(["PutScalingPolicy", "PutMetricAlarm", "CreateInferenceComponent"]);

const ALIASES: Record<string, string> = {
  "aws-sagemaker": "sagemaker",
  "aws-applicationautoscaling": "autoscaling",
  "aws-cloudwatch": "cloudwatch",
};

function variablesOf(calls: readonly RecipeCall[]): Map<RecipeCall, string> {
  const counts = new Map<string, number>();
  return new Map(
    calls.map((call) => {
      const base = CONSTRUCTS[call.operation]?.[1] ?? "";
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      return [call, count === 1 ? base : `${base}${count}`];
    }),
  );
}

/** A variable that nothing refers to is only noise. */
function withoutUnused(code: string, variables: readonly string[]): string {
  return variables.reduce((text, variable) => {
    const isUsed = text.includes(`${variable}.`) || text.includes(`(${variable})`);
    return isUsed ? text : text.replace(`const ${variable} = new`, "new");
  }, code);
}

/** What there must be before it can be scaled: the inference component, or the endpoint of the variant. */
function scaledVariable(target: RecipeCall, variables: ReadonlyMap<RecipeCall, string>): string {
  const resource = memberOf(target, "ResourceId");
  const component = [...variables].find(
    ([call]) => `inference-component/${memberOf(call, "InferenceComponentName")}` === resource,
  );
  return component?.[1] ?? "endpoint";
}

function notesOf(wanted: ProgramExport): string {
  const isEmptied = makingOf(wanted).some(({ operation }) => operation === "UpdateInferenceComponentRuntimeConfig");
  return isEmptied
    ? "// CloudFormation makes no component without copies: those that stand at none begin with one.\n"
    : "";
}
