import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
  DescribeScheduledActionsCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { CloudWatchClient, DescribeAlarmsCommand, ListTagsForResourceCommand } from "@aws-sdk/client-cloudwatch";
import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeModelCommand,
  ListEndpointConfigsCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  ListTagsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

import { E2E } from "./settings";

const emulator = {
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
};
const sagemaker = new SageMakerClient(emulator);
const autoscaling = new ApplicationAutoScalingClient(emulator);
const NAMESPACE = { ServiceNamespace: "sagemaker" } as const;
const cloudwatch = new CloudWatchClient(emulator);

/** Times, and what AWS makes anew with each thing. */
const OF_THE_MAKING =
  /^(\$metadata|.*Time|.*Timestamp|VariantStatus|State.*|EvaluationState|PolicyARN|ScheduledActionARN|ScalableTargetARN|AlarmArn|AlarmARN)$/;

/** All that is there of an endpoint whose parts' names begin with its own, as AWS describes it. */
export async function describeAll(name: string): Promise<unknown> {
  const { models, configs, endpoints, targets } = await inventoryOf(name);
  const described = {
    models: await each(models, (ModelName) => sagemaker.send(new DescribeModelCommand({ ModelName }))),
    configs: await each(configs, (EndpointConfigName) =>
      sagemaker.send(new DescribeEndpointConfigCommand({ EndpointConfigName })),
    ),
    endpoints: await each(endpoints, (EndpointName) => sagemaker.send(new DescribeEndpointCommand({ EndpointName }))),
    targets: await scalableTargets(name),
    policies: (
      await each(targets, (ResourceId) =>
        autoscaling.send(new DescribeScalingPoliciesCommand({ ...NAMESPACE, ResourceId })),
      )
    ).flatMap((page) => page.ScalingPolicies ?? []),
    schedules: (
      await each(targets, (ResourceId) =>
        autoscaling.send(new DescribeScheduledActionsCommand({ ...NAMESPACE, ResourceId })),
      )
    ).flatMap((page) => page.ScheduledActions ?? []),
    alarms: await allAlarms(name),
  };
  const arns = [
    ...described.models.map(({ ModelArn }) => ModelArn),
    ...described.configs.map((c) => c.EndpointConfigArn),
  ];
  const tags = await each([...arns, ...described.endpoints.map(({ EndpointArn }) => EndpointArn)], (ResourceArn) =>
    sagemaker.send(new ListTagsCommand({ ResourceArn })),
  );
  const alarmTags = await each(
    described.alarms.map(({ AlarmArn }) => AlarmArn),
    (ResourceARN) => cloudwatch.send(new ListTagsForResourceCommand({ ResourceARN })),
  );
  return withoutTheMaking({ ...described, tags, alarmTags });
}

/** The names of all that is there of an endpoint whose parts' names begin with its own. */
export async function inventoryOf(name: string) {
  const filter = { NameContains: name, MaxResults: 100 };
  const [models, configs, endpoints, targets, alarms] = await Promise.all([
    sagemaker.send(new ListModelsCommand(filter)),
    sagemaker.send(new ListEndpointConfigsCommand(filter)),
    sagemaker.send(new ListEndpointsCommand(filter)),
    scalableTargets(name),
    allAlarms(name),
  ]);
  return {
    models: (models.Models ?? []).map(({ ModelName = "" }) => ModelName).sort(),
    configs: (configs.EndpointConfigs ?? []).map(({ EndpointConfigName = "" }) => EndpointConfigName).sort(),
    endpoints: (endpoints.Endpoints ?? []).map(({ EndpointName = "" }) => EndpointName).sort(),
    targets: targets.map(({ ResourceId = "" }) => ResourceId).sort(),
    alarms: alarms.map(({ AlarmName = "" }) => AlarmName).sort(),
  };
}

export const EMPTY_INVENTORY = { models: [], configs: [], endpoints: [], targets: [], alarms: [] };

async function scalableTargets(name: string) {
  const { ScalableTargets = [] } = await autoscaling.send(
    new DescribeScalableTargetsCommand({ ...NAMESPACE, ResourceIds: [`endpoint/${name}/variant/AllTraffic`] }),
  );
  return ScalableTargets;
}

async function allAlarms(name: string) {
  const found = [];
  let NextToken: string | undefined;
  do {
    const page = await cloudwatch.send(new DescribeAlarmsCommand({ MaxRecords: 100, NextToken }));
    found.push(...(page.MetricAlarms ?? []).filter(({ AlarmName = "" }) => AlarmName.includes(name)));
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
}

function each<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(read));
}

/** The ARNs of policies, and the names of the alarms that a policy makes, hold an id that is new with each. */
function withoutTheMaking(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTheMaking);
  if (typeof value === "string") {
    return value
      .replace(/scalingPolicy:[\w-]+:/, "scalingPolicy:*:")
      .replace(/(-Alarm(High|Low)-)[\da-f-]{36}$/, "$1*");
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !OF_THE_MAKING.test(key))
      .map(([key, item]) => [key, withoutTheMaking(key === "Tags" ? byKey(item) : item)]),
  );
}

/** AWS promises no order of tags. */
function byKey(tags: { Key?: string }[]): { Key?: string }[] {
  return tags.toSorted((a, b) => String(a.Key).localeCompare(String(b.Key)));
}
