import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";
import { isJsonMask, secretVariable, secretVariables } from "../secrets";
import { makingOf } from "./calls-of";
import { HclExpression, HclMap, type HclValue, hclResource } from "./hcl";
import { scriptUri } from "./script-uri";
import { snake } from "./snake";
import { componentBody, componentNotes, scaledAddress } from "./terraform-components";
import { TerraformLabels } from "./terraform-labels";
import type { ProgramExport } from "./view";

type Body = { [key: string]: HclValue | undefined };

/** What the calls leave in an account as Terraform for the AWS provider, from their requests. */
export function terraformProgram(wanted: ProgramExport): string {
  const { requests, region } = wanted;
  const calls = makingOf(wanted);
  const labels = new TerraformLabels(calls);
  const resources = calls.flatMap((call) => resourceOf(call, labels) ?? []);
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
    ...componentNotes(calls),
    ...(calls.some(({ operation }) => operation === "UpdateEndpointWeightsAndCapacities")
      ? [
          "# Weights that were moved since the endpoint was made are not in it: Terraform makes those of the configuration.",
        ]
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

function resourceOf(call: RecipeCall, labels: TerraformLabels): string | null {
  const { operation, input } = call;
  const type = RESOURCES[operation];
  if (!type) return null;
  const written = hclResource(type, bodyOf(operation, toBody(input), call, labels));
  return written.replace('"this"', `"${labels.of(call)}"`);
}

const RESOURCES: Record<string, string> = {
  CreateTrainingJob: "aws_sagemaker_training_job",
  CreateModel: "aws_sagemaker_model",
  CreateEndpointConfig: "aws_sagemaker_endpoint_configuration",
  CreateEndpoint: "aws_sagemaker_endpoint",
  CreateInferenceComponent: "aws_cloudcontrolapi_resource",
  RegisterScalableTarget: "aws_appautoscaling_target",
  PutScalingPolicy: "aws_appautoscaling_policy",
  PutScheduledAction: "aws_appautoscaling_scheduled_action",
  PutMetricAlarm: "aws_cloudwatch_metric_alarm",
};

function bodyOf(operation: string, body: Body, call: RecipeCall, labels: TerraformLabels): Body {
  switch (operation) {
    case "CreateModel":
      return renamed(body, "model_name");
    case "CreateEndpointConfig":
      return endpointConfig(body, labels);
    case "CreateEndpoint":
      return {
        ...renamed(body, "endpoint_name"),
        endpoint_config_name: new HclExpression("aws_sagemaker_endpoint_configuration.this.name"),
      };
    case "CreateInferenceComponent":
      return componentBody(call, labels);
    case "RegisterScalableTarget":
      return { ...body, depends_on: [new HclExpression(scaledAddress(call, labels))] };
    case "PutScalingPolicy":
      return onTarget(renamed(body, "policy_name"), labels);
    case "PutScheduledAction":
      return onTarget(renamed(body, "scheduled_action_name"), labels);
    case "PutMetricAlarm":
      return alarm(body, labels.policyBefore(call));
    default:
      return body;
  }
}

/** Members that hold free names: written as a map, their keys as they are. */
const MAPS = new Set(["Environment", "HyperParameters"]);
/** Names that the general rule gets wrong. */
const NAMES: Record<string, string> = {
  EnableSageMakerMetricsTimeSeries: "enable_sagemaker_metrics_time_series",
  StepAdjustments: "step_adjustment",
  Containers: "container",
  OKActions: "ok_actions",
};

function toBody(input: object): Body {
  return Object.fromEntries(Object.entries(input).flatMap(([key, value]) => entry(key, value)));
}

function entry(key: string, value: unknown): [string, HclValue][] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  const name = NAMES[key] ?? snake(key);
  if (key === "Tags") return [[name, new HclMap(tagMap(value as { Key: string; Value: string }[]))]];
  if (MAPS.has(key)) return [[name, new HclMap(unmasked(value as Record<string, string>))]];
  if (Array.isArray(value) && typeof value[0] === "object") return [[name, value.map((item: object) => toBody(item))]];
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return [[name, toBody(value)]];
  return [[name, value as HclValue]];
}

function tagMap(tags: readonly { Key: string; Value: string }[]): Record<string, HclValue> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [JSON.stringify(Key), Value]));
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

/** The resource's own name is its `name` everywhere but for jobs and alarms. */
function renamed(body: Body, key: string): Body {
  const { [key]: name, ...rest } = body;
  return { name, ...rest };
}

function endpointConfig(body: Body, labels: TerraformLabels): Body {
  const { kms_key_id: key, ...rest } = renamed(body, "endpoint_config_name");
  const withModels = (variants: HclValue | undefined) =>
    Array.isArray(variants)
      ? variants.map((variant) => {
          const { model_name: model } = variant as Body;
          return { ...(variant as Body), model_name: labels.reference("aws_sagemaker_model", model, "name") };
        })
      : undefined;
  return {
    ...rest,
    production_variants: withModels(rest.production_variants),
    shadow_production_variants: withModels(rest.shadow_production_variants),
    kms_key_arn: key,
  };
}

function onTarget(body: Body, labels: TerraformLabels): Body {
  const target = (member: string) => labels.reference("aws_appautoscaling_target", body.resource_id, member);
  return {
    ...body,
    resource_id: target("resource_id"),
    scalable_dimension: target("scalable_dimension"),
    service_namespace: target("service_namespace"),
  };
}

function alarm(body: Body, policy: string | null): Body {
  const dimensions = Array.isArray(body.dimensions) ? (body.dimensions as { name: string; value: string }[]) : [];
  const actions = (list: HclValue | undefined) =>
    Array.isArray(list)
      ? list.map((action) =>
          action === WAKE_POLICY_ARN && policy ? new HclExpression(`aws_appautoscaling_policy.${policy}.arn`) : action,
        )
      : undefined;
  return {
    ...body,
    dimensions:
      dimensions.length > 0
        ? new HclMap(Object.fromEntries(dimensions.map(({ name, value }) => [name, value])))
        : undefined,
    alarm_actions: actions(body.alarm_actions),
    ok_actions: actions(body.ok_actions),
    insufficient_data_actions: actions(body.insufficient_data_actions),
  };
}
