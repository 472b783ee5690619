import { DEFAULT_REGION, type EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { createEndpointStore } from "../../services/sagemaker/endpoint-store.ts";
import { SAMPLE_MS, SAMPLE_SCALING, sampleSteps } from "./pattern.ts";
import { sampleSeries } from "./series.ts";

const NAME = "sample-traffic";
const VARIANT = "AllTraffic";
/** Consoles look for this tag, so that nobody takes what they see for real. */
const TAG = { Key: "sample-traffic", Value: "made up by the emulator" };
const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";

/** Lays out two weeks of calls that never were for an endpoint of its own, which is made when it is missing. */
export function fillSampleTraffic(
  context: EmulatorContext,
  { sagemaker, autoscaling }: { sagemaker: Operations; autoscaling: Operations },
): { endpoint: string } {
  const { clock, telemetry } = context;
  const steps = sampleSteps(clock.now());
  if (!createEndpointStore(context).find(DEFAULT_REGION, NAME)) {
    makeEndpoint(context, { sagemaker, autoscaling, instances: steps.at(-1)?.instances ?? 1 });
  }
  const dimensions = [
    { Name: "EndpointName", Value: NAME },
    { Name: "VariantName", Value: VARIANT },
  ];
  telemetry.metrics.replace(
    DEFAULT_REGION,
    sampleSeries(steps).map(({ namespace, name, samples }) => ({
      metric: { namespace, name, dimensions },
      samples,
    })),
  );
  return { endpoint: NAME };
}

type Making = { sagemaker: Operations; autoscaling: Operations; instances: number };

/** It is two weeks old, or its traffic would be older than itself, and goes on with the instances of the last minute. */
function makeEndpoint(context: EmulatorContext, { sagemaker, autoscaling, instances }: Making): void {
  const call: Call = { region: DEFAULT_REGION, requestId: "sample-traffic", accessKeyId: null };
  const run = (operation: string, input: object, of = sagemaker): unknown => of[operation]?.(input as never, call);
  const { records } = context;
  records.transaction(() => {
    const model = {
      ModelName: NAME,
      ExecutionRoleArn: ROLE,
      PrimaryContainer: {
        Image: IMAGE,
        Environment: { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" },
      },
    };
    const variant = {
      VariantName: VARIANT,
      ModelName: NAME,
      InstanceType: "ml.m5.xlarge",
      InitialInstanceCount: instances,
      InitialVariantWeight: 1,
    };
    ignoreExisting(() => run("CreateModel", model));
    ignoreExisting(() => run("CreateEndpointConfig", { EndpointConfigName: NAME, ProductionVariants: [variant] }));
    run("CreateEndpoint", { EndpointName: NAME, EndpointConfigName: NAME, Tags: [TAG] });
    const store = createEndpointStore(context);
    const made = store.existing(DEFAULT_REGION, NAME);
    store.save(DEFAULT_REGION, { ...made, createdAt: context.clock.now() - SAMPLE_MS });
    const target = {
      ServiceNamespace: "sagemaker",
      ResourceId: `endpoint/${NAME}/variant/${VARIANT}`,
      ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
    };
    const { min: MinCapacity, max: MaxCapacity, target: TargetValue } = SAMPLE_SCALING;
    run("RegisterScalableTarget", { ...target, MinCapacity, MaxCapacity }, autoscaling);
    const policy = {
      ...target,
      PolicyName: NAME,
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue,
        PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
      },
    };
    run("PutScalingPolicy", policy, autoscaling);
  });
}

/** What a deleted endpoint left behind is used again. */
function ignoreExisting(make: () => unknown): void {
  try {
    make();
  } catch (cause) {
    if (!(cause instanceof Error) || !cause.message.startsWith("Cannot create already existing")) throw cause;
  }
}
