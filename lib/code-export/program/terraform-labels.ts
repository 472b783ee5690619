import type { RecipeCall } from "@/lib/recipes/view";

import { HclExpression, type HclValue } from "./hcl";

/** What other resources refer to each kind by: the resource type and the member that names it. */
const NAMED: Record<string, [type: string, member: string]> = {
  CreateModel: ["aws_sagemaker_model", "ModelName"],
  CreateInferenceComponent: ["aws_cloudcontrolapi_resource", "InferenceComponentName"],
  RegisterScalableTarget: ["aws_appautoscaling_target", "ResourceId"],
};

/** Labels of the resources: `this` for the only one of its kind, `this_2` for another, `wake` for a step policy. */
export class TerraformLabels {
  private readonly labels = new Map<RecipeCall, string>();
  private readonly known = new Map<string, string>();
  private readonly policies = new Map<RecipeCall, string>();

  constructor(calls: readonly RecipeCall[]) {
    const counts = new Map<string, number>();
    let policy: string | null = null;
    for (const call of calls) {
      const base = isStepPolicy(call) ? "wake" : "this";
      const count = (counts.get(`${call.operation} ${base}`) ?? 0) + 1;
      counts.set(`${call.operation} ${base}`, count);
      const label = count === 1 ? base : `${base}_${count}`;
      this.labels.set(call, label);
      if (isStepPolicy(call)) policy = label;
      if (policy) this.policies.set(call, policy);
      const [type, member] = NAMED[call.operation] ?? [];
      if (type && member)
        this.known.set(`${type} ${Object.entries(call.input).find(([key]) => key === member)?.[1]}`, label);
    }
  }

  of(call: RecipeCall): string {
    return this.labels.get(call) ?? "this";
  }

  /** The label of the step policy that comes before a call. */
  policyBefore(call: RecipeCall): string | null {
    return this.policies.get(call) ?? null;
  }

  /** `aws_sagemaker_model.this.name`, or the plain name of what is not made here. */
  reference(type: string, name: HclValue | undefined, member: string): HclValue | undefined {
    const address = this.address(type, name);
    return address ? new HclExpression(`${address}.${member}`) : name;
  }

  /** `aws_sagemaker_model.this`; null for what is not made here. */
  address(type: string, name: HclValue | undefined): string | null {
    const label = this.known.get(`${type} ${String(name)}`);
    return label ? `${type}.${label}` : null;
  }
}

function isStepPolicy({ input }: RecipeCall): boolean {
  return "PolicyType" in input && input.PolicyType === "StepScaling";
}
