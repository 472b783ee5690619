import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";

import { secretVariable } from "../secrets";
import { makingOf } from "./calls-of";
import { snake } from "./snake";
import { TypeScriptCode, type TypeScriptValue, typeScriptLiteral } from "./typescript-literal";
import type { ProgramExport } from "./view";

type Properties = { [name: string]: TypeScriptValue };

/** The class of each call's construct, and what its variable and id are called. */
const CONSTRUCTS: Record<string, [construct: string, variable: string, module: string]> = {
  CreateModel: ["sagemaker.CfnModel", "model", "aws-sagemaker"],
  CreateEndpointConfig: ["sagemaker.CfnEndpointConfig", "endpointConfig", "aws-sagemaker"],
  CreateEndpoint: ["sagemaker.CfnEndpoint", "endpoint", "aws-sagemaker"],
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
    const properties = propertiesOf(call, { calls, schedules, variables, policy });
    const id = JSON.stringify(variable[0]?.toUpperCase() + variable.slice(1));
    const made = `new ${construct}(this, ${id}, ${typeScriptLiteral(properties, "    ")});`;
    const waits = call.operation === "RegisterScalableTarget" ? `\n    ${variable}.addDependency(endpoint);` : "";
    return `    const ${variable} = ${made}${waits}`;
  });
  const modules = new Set(calls.map(({ operation }) => CONSTRUCTS[operation]?.[2]));
  const imports = [...modules].map((module) => `import * as ${ALIASES[module ?? ""]} from "aws-cdk-lib/${module}";`);
  const unused = calls.filter(({ operation }) => operation === "PutScalingPolicy" || operation === "PutMetricAlarm");
  const body = withoutUnused(
    constructs.join("\n\n"),
    unused.map((call) => variables.get(call) ?? ""),
  );
  return `// npm install aws-cdk-lib constructs
import * as cdk from "aws-cdk-lib";
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

const ALIASES: Record<string, string> = {
  "aws-sagemaker": "sagemaker",
  "aws-applicationautoscaling": "autoscaling",
  "aws-cloudwatch": "cloudwatch",
};

type Known = {
  calls: readonly RecipeCall[];
  schedules: readonly RecipeCall[];
  variables: ReadonlyMap<RecipeCall, string>;
  /** The step policy before the construct. */
  policy: string | null;
};

function propertiesOf(call: RecipeCall, known: Known): Properties {
  const own = properties(call.input, known.policy);
  const reference = (operation: string, member: string, value: unknown, code: (variable: string) => string) => {
    const made = known.calls.find((other) => other.operation === operation && memberOf(other, member) === value);
    const variable = made && known.variables.get(made);
    return variable ? new TypeScriptCode(code(variable)) : (value as TypeScriptValue);
  };
  switch (call.operation) {
    case "CreateEndpointConfig": {
      const withModel = (variant: TypeScriptValue) => {
        const { modelName, ...rest } = variant as Properties;
        return {
          ...rest,
          modelName: reference("CreateModel", "ModelName", modelName, (model) => `${model}.attrModelName`),
          // CloudFormation wants it, SageMaker takes 1 when nobody says.
          initialVariantWeight: rest.initialVariantWeight ?? 1,
        };
      };
      const lists = ["productionVariants", "shadowProductionVariants"].flatMap((name) =>
        Array.isArray(own[name]) ? [[name, own[name].map(withModel)] as const] : [],
      );
      return { ...own, ...Object.fromEntries(lists) };
    }
    case "CreateEndpoint":
      return { ...own, endpointConfigName: new TypeScriptCode("endpointConfig.attrEndpointConfigName") };
    case "RegisterScalableTarget": {
      const resource = memberOf(call, "ResourceId");
      const actions = known.schedules
        .filter((action) => memberOf(action, "ResourceId") === resource)
        .map(({ input }) => {
          const { serviceNamespace: _, resourceId: __, scalableDimension: ___, ...action } = properties(input, null);
          return withDates(action);
        });
      return { ...own, ...(actions.length > 0 && { scheduledActions: actions }) };
    }
    case "PutScalingPolicy": {
      const { serviceNamespace: _, resourceId, scalableDimension: __, ...policy } = own;
      const target = (variable: string) => `${variable}.ref`;
      return { ...policy, scalingTargetId: reference("RegisterScalableTarget", "ResourceId", resourceId, target) };
    }
    default:
      return own;
  }
}

/** Names as the CDK writes them: `volumeSizeInGb` of `VolumeSizeInGB`. Free names stay as they are. */
function properties(input: object, policy: string | null): Properties {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      camel(name),
      name === "Environment" ? environment(value as Record<string, string>) : property(value, policy),
    ]),
  );
}

function property(value: unknown, policy: string | null): TypeScriptValue {
  if (value === WAKE_POLICY_ARN && policy) return new TypeScriptCode(`${policy}.ref`);
  if (Array.isArray(value)) return value.map((item) => property(item, policy));
  if (typeof value === "object" && value !== null) return properties(value, policy);
  return value as TypeScriptValue;
}

function environment(values: Record<string, string>): Properties {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const secret = new TypeScriptCode(`process.env.${secretVariable(name)} ?? ""`);
      return [name, value === MASK ? secret : value];
    }),
  );
}

function withDates(action: Properties): Properties {
  const moments = ["startTime", "endTime"].flatMap((name) =>
    typeof action[name] === "string"
      ? [[name, new TypeScriptCode(`new Date(${JSON.stringify(action[name])})`)] as const]
      : [],
  );
  return { ...action, ...Object.fromEntries(moments) };
}

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
  return variables.reduce(
    (text, variable) => (text.includes(`${variable}.ref`) ? text : text.replace(`const ${variable} = new`, "new")),
    code,
  );
}

function memberOf({ input }: RecipeCall, member: string): unknown {
  return Object.entries(input).find(([name]) => name === member)?.[1];
}

function camel(name: string): string {
  return snake(name).replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
