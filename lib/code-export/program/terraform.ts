import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import { makingCalls } from "@/lib/recipes/calls";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";
import { isJsonMask, secretVariable, secretVariables } from "../secrets";
import { HclExpression, HclMap, type HclValue, hclResource } from "./hcl";
import { scriptUri } from "./script-uri";
import type { ProgramExport } from "./view";

type Body = { [key: string]: HclValue | undefined };

/** What the calls leave in an account as Terraform for the AWS provider, from their requests. */
export function terraformProgram({ requests, region }: ProgramExport): string {
  const calls = makingCalls(requests);
  const isWake = ({ input }: RecipeCall) => "PolicyType" in input && input.PolicyType === "StepScaling";
  const resources = calls.flatMap((call) => {
    const written = resourceOf(call);
    // Two policies need two names.
    return written ? [isWake(call) ? written.replace('"this"', '"wake"') : written] : [];
  });
  const notes = [
    ...(requests.training
      ? [
          `# Needs a provider that has aws_sagemaker_training_job, and the script at
# ${scriptUri(requests.training) ?? "the address that the request names"}.`,
          ...(requests.model
            ? [
                `# Terraform does not wait for the job to end, and the model needs what it made. Begin with
#   terraform apply -target=aws_sagemaker_training_job.this`,
              ]
            : []),
        ]
      : []),
    ...(requests.transform
      ? ["# The provider has no batch transform jobs: this makes the model. Start the job with the AWS CLI."]
      : []),
  ];
  const head = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

provider "aws" {
  region = ${JSON.stringify(region)}
}`;
  const secrets = secretVariables(calls).map(
    (name) => `variable "${name.toLowerCase()}" {\n  type      = string\n  sensitive = true\n}`,
  );
  return `${[...notes, head, ...secrets, ...resources].join("\n\n")}\n`;
}

function resourceOf({ operation, input }: RecipeCall): string | null {
  const body = toBody(input);
  switch (operation) {
    case "CreateTrainingJob":
      return hclResource("aws_sagemaker_training_job", body);
    case "CreateModel":
      return hclResource("aws_sagemaker_model", renamed(body, "model_name"));
    case "CreateEndpointConfig":
      return hclResource("aws_sagemaker_endpoint_configuration", endpointConfig(body));
    case "CreateEndpoint": {
      const name = new HclExpression("aws_sagemaker_endpoint_configuration.this.name");
      const { tags: _, ...rest } = renamed(body, "endpoint_name");
      return hclResource("aws_sagemaker_endpoint", { ...rest, endpoint_config_name: name });
    }
    case "RegisterScalableTarget":
      return hclResource("aws_appautoscaling_target", {
        ...body,
        depends_on: [new HclExpression("aws_sagemaker_endpoint.this")],
      });
    case "PutScalingPolicy":
      return hclResource("aws_appautoscaling_policy", scalingPolicy(renamed(body, "policy_name")));
    case "PutMetricAlarm":
      return hclResource("aws_cloudwatch_metric_alarm", alarm(body));
    default:
      return null;
  }
}

/** Members that hold free names: written as a map, their keys as they are. */
const MAPS = new Set(["Environment", "HyperParameters"]);
/** Names that the general rule gets wrong. */
const NAMES: Record<string, string> = {
  EnableSageMakerMetricsTimeSeries: "enable_sagemaker_metrics_time_series",
  StepAdjustments: "step_adjustment",
};

function toBody(input: object): Body {
  return Object.fromEntries(Object.entries(input).flatMap(([key, value]) => entry(key, value)));
}

function entry(key: string, value: unknown): [string, HclValue][] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  const name = NAMES[key] ?? snake(key);
  if (MAPS.has(key)) return [[name, new HclMap(unmasked(value as Record<string, string>))]];
  if (Array.isArray(value) && typeof value[0] === "object") return [[name, value.map((item: object) => toBody(item))]];
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return [[name, toBody(value)]];
  return [[name, value as HclValue]];
}

function unmasked(values: Record<string, string>): Record<string, HclValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (isJsonMask(value)) return [name, new HclExpression(`jsonencode(var.${variableName(name)})`)];
      return [name, value === MASK ? new HclExpression(`var.${variableName(name)}`) : value];
    }),
  );
}

function variableName(name: string): string {
  return secretVariable(name).toLowerCase();
}

/** `s3_output_path` of `S3OutputPath`, `volume_size_in_gb` of `VolumeSizeInGB`. */
function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** The resource's own name is its `name` everywhere but for jobs and alarms. */
function renamed(body: Body, key: string): Body {
  const { [key]: name, ...rest } = body;
  return { name, ...rest };
}

function endpointConfig(body: Body): Body {
  const { production_variants: variants, ...rest } = renamed(body, "endpoint_config_name");
  const model = new HclExpression("aws_sagemaker_model.this.name");
  return {
    ...rest,
    production_variants: Array.isArray(variants)
      ? variants.map((variant) => ({ ...(variant as Body), model_name: model }))
      : undefined,
  };
}

function scalingPolicy(body: Body): Body {
  const target = (member: string) => new HclExpression(`aws_appautoscaling_target.this.${member}`);
  return {
    ...body,
    resource_id: target("resource_id"),
    scalable_dimension: target("scalable_dimension"),
    service_namespace: target("service_namespace"),
  };
}

function alarm(body: Body): Body {
  const [dimension] = Array.isArray(body.dimensions) ? body.dimensions : [];
  const { name, value } = (dimension ?? {}) as { name?: string; value?: string };
  const actions = Array.isArray(body.alarm_actions) ? body.alarm_actions : [];
  return {
    ...body,
    dimensions: name && value ? new HclMap({ [name]: value }) : undefined,
    alarm_actions: actions.map((action) =>
      action === WAKE_POLICY_ARN ? new HclExpression("aws_appautoscaling_policy.wake.arn") : action,
    ),
  };
}
