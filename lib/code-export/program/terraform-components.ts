import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";

import { secretVariable } from "../secrets";
import { memberOf } from "./components";
import { HclExpression, HclJson, type HclValue } from "./hcl";
import type { TerraformLabels } from "./terraform-labels";

const TYPE = "aws_cloudcontrolapi_resource";

/** What one must know of the inference components among the resources. */
export function componentNotes(calls: readonly RecipeCall[]): string[] {
  const has = (operation: string) => calls.some((call) => call.operation === operation);
  return [
    ...(has("CreateInferenceComponent")
      ? [
          `# The provider has no resource of its own for inference components: its Cloud Control resource makes them, by the
# names that CloudFormation has. Variants without model_name need a release of it that takes them.`,
        ]
      : []),
    ...(has("UpdateInferenceComponentRuntimeConfig")
      ? ["# Nothing makes a component without copies: those that stand at none begin with one."]
      : []),
  ];
}

/** An inference component, which CloudFormation names by the members of AWS's own request. */
export function componentBody(call: RecipeCall, labels: TerraformLabels): { [key: string]: HclValue | undefined } {
  const { input } = call;
  const base = (memberOf(call, "Specification") as { BaseInferenceComponentName?: string } | undefined)
    ?.BaseInferenceComponentName;
  const address = labels.address(TYPE, base);
  const state = {
    ...(toHcl(input, labels) as object),
    EndpointName: new HclExpression("aws_sagemaker_endpoint.this.name"),
  };
  return {
    type_name: "AWS::SageMaker::InferenceComponent",
    depends_on: address ? [new HclExpression(address)] : undefined,
    desired_state: new HclJson(state),
  };
}

/** What there must be before a target can be scaled: the inference component, or the endpoint of the variant. */
export function scaledAddress(target: RecipeCall, labels: TerraformLabels): string {
  const [kind, name] = String(memberOf(target, "ResourceId")).split("/");
  return (kind === "inference-component" && labels.address(TYPE, name)) || "aws_sagemaker_endpoint.this";
}

function toHcl(value: unknown, labels: TerraformLabels): HclValue {
  if (Array.isArray(value)) return value.map((item) => toHcl(item, labels));
  if (typeof value !== "object" || value === null) return value as HclValue;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, member(name, item, labels)]),
  );
}

function member(name: string, value: unknown, labels: TerraformLabels): HclValue {
  if (value === MASK) return new HclExpression(`var.${secretVariable(name).toLowerCase()}`);
  if (name === "ModelName") return labels.reference("aws_sagemaker_model", String(value), "name") ?? String(value);
  return toHcl(value, labels);
}
