import { PutScalingPolicyCommand, PutScheduledActionCommand } from "@aws-sdk/client-application-auto-scaling";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

import { putAlarm } from "./alarms";
import { autoscaling, scaleAutomatically, untilInService, wakeByAlarm } from "./endpoints";
import { E2E } from "./settings";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";
const Tags = [
  { Key: "team", Value: "search" },
  { Key: "stage", Value: "trial" },
];
const sagemaker = new SageMakerClient({
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

/** A secret in the environment of the model of `makeRichEndpoint`. */
export const RICH_SECRET = "hf_neverShownAnywhere42";

/** An endpoint with a shadow variant, data capture, tags, two ways of scaling, a scheduled action and alarms, in service. */
export async function makeRichEndpoint(name: string): Promise<void> {
  const models = [`${name}-main`, `${name}-shadow`];
  for (const ModelName of models) {
    const Environment = {
      HF_MODEL_ID: "bundled/afinn-sentiment",
      HF_TASK: "text-classification",
      HF_TOKEN: RICH_SECRET,
    };
    await sagemaker.send(
      new CreateModelCommand({
        ModelName,
        ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        PrimaryContainer: { Image: IMAGE, Environment },
        Tags,
      }),
    );
  }
  const variant = { InitialInstanceCount: 1, InstanceType: "ml.m5.xlarge" as const, InitialVariantWeight: 1 };
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: `${name}-config`,
      ProductionVariants: [{ ...variant, VariantName: "AllTraffic", ModelName: models[0] }],
      ShadowProductionVariants: [{ ...variant, VariantName: "Shadow", ModelName: models[1] }],
      DataCaptureConfig: {
        EnableCapture: true,
        InitialSamplingPercentage: 50,
        DestinationS3Uri: "s3://sagemaker-us-east-1-111122223333/captured",
        CaptureOptions: [{ CaptureMode: "Input" }, { CaptureMode: "Output" }],
      },
      Tags,
    }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: `${name}-config`, Tags }));
  await untilInService(name);
  await scaleAutomatically(name, 1, 3);
  await wakeByAlarm(name);
  const target = {
    ServiceNamespace: "sagemaker" as const,
    ResourceId: `endpoint/${name}/variant/AllTraffic`,
    ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
  };
  await autoscaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: `${name}-track`,
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 500,
        PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
      },
    }),
  );
  await autoscaling.send(
    new PutScheduledActionCommand({
      ...target,
      ScheduledActionName: `${name}-mornings`,
      Schedule: "cron(0 8 ? * MON-FRI *)",
      Timezone: "Europe/Berlin",
      ScalableTargetAction: { MinCapacity: 1, MaxCapacity: 3 },
    }),
  );
  await putAlarm(`${name}-errors`, name);
}
