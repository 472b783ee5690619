import {
  ApplicationAutoScalingClient,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import {
  AddTagsCommand,
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DeleteEndpointCommand,
  DescribeEndpointCommand,
  ListTagsCommand,
  type ProductionVariant,
  SageMakerClient,
  waitUntilEndpointDeleted,
  waitUntilEndpointInService,
} from "@aws-sdk/client-sagemaker";

import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";

import { E2E } from "./settings";

const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";
/** From before transformers 4.42, whose containers still have the task `conversational`. */
export const OLD_IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:1.13.1-transformers4.26.0-cpu-py39-ubuntu20.04";

const emulator = {
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
};
const sagemaker = new SageMakerClient(emulator);
const cloudwatch = new CloudWatchClient(emulator);
export const autoscaling = new ApplicationAutoScalingClient(emulator);

type BundledEndpoint = {
  name: string;
  model: string;
  task: string;
  environment?: Record<string, string>;
  image?: string;
};

/** Makes an endpoint of a bundled model the way another tool would, with parts of the same name; returns at once. */
export async function createBundledEndpoint({
  name,
  model,
  task,
  environment,
  image = IMAGE,
}: BundledEndpoint): Promise<void> {
  await sagemaker.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: ROLE,
      PrimaryContainer: {
        Image: image,
        Environment: { HF_MODEL_ID: `bundled/${model}`, HF_TASK: task, ...environment },
      },
    }),
  );
  await createEndpointOfModel(name, name, hostOf(image));
}

/** Instances that an image goes with; CUDA 13 needs a host image that SageMaker does not take by itself. */
function hostOf(image: string): Pick<ProductionVariant, "InstanceType" | "InferenceAmiVersion"> {
  if (!image.includes("-gpu-")) return { InstanceType: "ml.m5.xlarge" };
  const needsNewHost = image.includes("-cu130-");
  return {
    InstanceType: "ml.g5.xlarge",
    ...(needsNewHost && { InferenceAmiVersion: "al2023-ami-sagemaker-inference-gpu-4-1" }),
  };
}

/** One more endpoint of a model that is there already. */
export async function createEndpointOfModel(name: string, modelName: string, host = hostOf(IMAGE)): Promise<void> {
  const variant = { VariantName: "AllTraffic", ModelName: modelName, ...host };
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: [{ ...variant, InitialInstanceCount: 1, InitialVariantWeight: 1 }],
    }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
}

/** An endpoint whose variants share its traffic equally, all of the bundled sentiment model. */
export async function createVariants(name: string, variants: readonly string[]): Promise<void> {
  const environment = { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" };
  const PrimaryContainer = { Image: IMAGE, Environment: environment };
  await sagemaker.send(new CreateModelCommand({ ModelName: name, ExecutionRoleArn: ROLE, PrimaryContainer }));
  const machine = { ModelName: name, InstanceType: "ml.m5.xlarge" as const, InitialInstanceCount: 1 };
  const ProductionVariants = variants.map((VariantName) => ({ ...machine, VariantName, InitialVariantWeight: 1 }));
  await sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants }));
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
}

/** Weight and instance count of each variant, as AWS tells. */
export async function capacities(name: string): Promise<Record<string, [weight: number, instances: number]>> {
  const { ProductionVariants = [] } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
  return Object.fromEntries(
    ProductionVariants.map(({ VariantName = "", CurrentWeight = 0, CurrentInstanceCount = 0 }) => [
      VariantName,
      [CurrentWeight, CurrentInstanceCount],
    ]),
  );
}

/** Waits until an endpoint answers. */
export async function untilInService(name: string): Promise<void> {
  await waitUntilEndpointInService(
    { client: sagemaker, minDelay: 0.2, maxDelay: 0.2, maxWaitTime: 60 },
    { EndpointName: name },
  );
}

/** Adds a tag to an endpoint. */
export async function tagEndpoint(name: string, Key: string, Value: string): Promise<void> {
  const { EndpointArn } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
  await sagemaker.send(new AddTagsCommand({ ResourceArn: EndpointArn, Tags: [{ Key, Value }] }));
}

/** The tags of an endpoint by key. */
export async function tagsOf(name: string): Promise<Record<string, string>> {
  const { EndpointArn } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
  const { Tags = [] } = await sagemaker.send(new ListTagsCommand({ ResourceArn: EndpointArn }));
  return Object.fromEntries(Tags.map(({ Key = "", Value = "" }) => [Key, Value]));
}

/** Deletes an endpoint the way another tool would, and waits until it is gone. */
export async function deleteDirectly(name: string): Promise<void> {
  await sagemaker.send(new DeleteEndpointCommand({ EndpointName: name }));
  await waitUntilEndpointDeleted(
    { client: sagemaker, minDelay: 0.2, maxDelay: 0.2, maxWaitTime: 30 },
    { EndpointName: name },
  );
}

/** Lets an endpoint scale automatically, the way another tool would. */
export async function scaleAutomatically(
  name: string,
  MinCapacity: number,
  MaxCapacity: number,
  variant = "AllTraffic",
): Promise<void> {
  await autoscaling.send(
    new RegisterScalableTargetCommand({
      ServiceNamespace: "sagemaker",
      ResourceId: `endpoint/${name}/variant/${variant}`,
      ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
      MinCapacity,
      MaxCapacity,
    }),
  );
}

/** Gives a scaled endpoint a step policy and the alarm that starts it, `<name>-wake`, as another tool would. */
export async function wakeByAlarm(name: string): Promise<void> {
  const { PolicyARN } = await autoscaling.send(
    new PutScalingPolicyCommand({
      ServiceNamespace: "sagemaker",
      ResourceId: `endpoint/${name}/variant/AllTraffic`,
      ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
      PolicyName: `${name}-wake`,
      PolicyType: "StepScaling",
      StepScalingPolicyConfiguration: {
        AdjustmentType: "ChangeInCapacity",
        StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
      },
    }),
  );
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: `${name}-wake`,
      Namespace: "AWS/SageMaker",
      MetricName: "HasBacklogWithoutCapacity",
      Dimensions: [{ Name: "EndpointName", Value: name }],
      Statistic: "Average",
      Period: 60,
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      AlarmActions: [PolicyARN ?? ""],
    }),
  );
}

/** Those of the alarms that are there. */
export async function alarmsNamed(...AlarmNames: string[]): Promise<(string | undefined)[]> {
  const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames }));
  return (MetricAlarms ?? []).map(({ AlarmName }) => AlarmName);
}

/** The container's JSON answer to a request that goes round the console. */
export async function askDirectly(name: string, request: { body: Buffer; contentType: string }): Promise<unknown> {
  const { Body } = await new SageMakerRuntimeClient(emulator).send(
    new InvokeEndpointCommand({
      EndpointName: name,
      Body: request.body,
      ContentType: request.contentType,
      Accept: "application/json",
    }),
  );
  return JSON.parse(Body?.transformToString() ?? "");
}
