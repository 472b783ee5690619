import {
  ApplicationAutoScalingClient,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
const VARIANTS = 10;

/** Makes endpoints of ten variants each, and for each variant a scalable target with a policy. */
export async function fillScaling(endpoint: string, targets: number): Promise<void> {
  const sdk = { endpoint, region: "us-east-1", credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" } };
  const sagemaker = new SageMakerClient(sdk);
  const scaling = new ApplicationAutoScalingClient(sdk);
  await sagemaker.send(
    new CreateModelCommand({
      ModelName: "bench",
      ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      PrimaryContainer: {
        Image: IMAGE,
        Environment: { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" },
      },
    }),
  );
  const variants = Array.from({ length: VARIANTS }, (_, index) => `variant-${index}`);
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "bench",
      ProductionVariants: variants.map((VariantName) => ({
        VariantName,
        ModelName: "bench",
        InstanceType: "ml.m5.xlarge",
        InitialInstanceCount: 1,
      })),
    }),
  );
  for (let index = 0; index < targets / VARIANTS; index += 1) {
    const EndpointName = `bench-${String(index).padStart(4, "0")}`;
    await sagemaker.send(new CreateEndpointCommand({ EndpointName, EndpointConfigName: "bench" }));
    await Promise.all(variants.map((variant) => scale(scaling, EndpointName, variant)));
  }
  sagemaker.destroy();
  scaling.destroy();
}

async function scale(scaling: ApplicationAutoScalingClient, endpoint: string, variant: string): Promise<void> {
  const target = {
    ServiceNamespace: "sagemaker" as const,
    ResourceId: `endpoint/${endpoint}/variant/${variant}`,
    ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
  };
  await scaling.send(new RegisterScalableTargetCommand({ ...target, MinCapacity: 1, MaxCapacity: 4 }));
  await scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: "calls",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 100,
        PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
      },
    }),
  );
}
