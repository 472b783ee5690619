import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";

import { secretVariable } from "../secrets";
import { memberOf } from "./components";
import { snake } from "./snake";
import { TypeScriptCode, type TypeScriptValue } from "./typescript-literal";

type Properties = { [name: string]: TypeScriptValue };

/** What a construct may refer to. */
type Known = {
  calls: readonly RecipeCall[];
  schedules: readonly RecipeCall[];
  variables: ReadonlyMap<RecipeCall, string>;
  /** The step policy before the construct. */
  policy: string | null;
};

/** The properties of a call's construct. */
export function cdkProperties(call: RecipeCall, known: Known): Properties {
  const own = properties(call.input, known.policy);
  const reference = (operation: string, member: string, value: unknown, code: (variable: string) => string) => {
    const made = known.calls.find((other) => other.operation === operation && memberOf(other, member) === value);
    const variable = made && known.variables.get(made);
    return variable ? new TypeScriptCode(code(variable)) : (value as TypeScriptValue);
  };
  const modelReference = (name: unknown) =>
    reference("CreateModel", "ModelName", name, (model) => `${model}.attrModelName`);
  switch (call.operation) {
    case "CreateEndpointConfig": {
      const withModel = (variant: TypeScriptValue) => {
        const { modelName, ...rest } = variant as Properties;
        return {
          ...rest,
          modelName: modelReference(modelName),
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
    case "CreateInferenceComponent": {
      const withModel = (specification: Properties): Properties => ({
        ...specification,
        ...(specification.modelName !== undefined && { modelName: modelReference(specification.modelName) }),
      });
      const { specification, specifications } = own;
      return {
        ...own,
        endpointName: new TypeScriptCode("endpoint.attrEndpointName"),
        specification: specification && withModel(specification as Properties),
        specifications: (specifications as Properties[] | undefined)?.map(withModel),
      };
    }
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

function camel(name: string): string {
  return snake(name).replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
