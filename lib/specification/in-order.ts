import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";

import type { AwsCall } from "./view";

type Scaling = { targets: AwsCall[]; policies: (AwsCall & { arn: string })[]; schedules: AwsCall[] };

/**
 * The calls in the order in which they can be sent. An alarm that starts a step policy comes right after that policy and
 * names it by `WAKE_POLICY_ARN`: AWS gives the policy another ARN when it is made again.
 */
export function inOrder(created: AwsCall[], { targets, policies, schedules }: Scaling, alarms: AwsCall[]): AwsCall[] {
  const started = new Set<AwsCall>();
  const withAlarms = policies.flatMap(({ arn, ...policy }) => {
    const own = alarms.filter((alarm) => !started.has(alarm) && actions(alarm).includes(arn));
    for (const alarm of own) started.add(alarm);
    return [policy, ...own.map((alarm) => naming(alarm, arn))];
  });
  const others = alarms.filter((alarm) => !started.has(alarm));
  return [...created, ...targets, ...withAlarms, ...schedules, ...others];
}

const ACTIONS = ["AlarmActions", "OKActions", "InsufficientDataActions"] as const;

function actions({ input }: AwsCall): unknown[] {
  return ACTIONS.flatMap((name) => (input[name] as unknown[] | undefined) ?? []);
}

function naming(alarm: AwsCall, arn: string): AwsCall {
  const named = ACTIONS.flatMap((name) => {
    const list = input(alarm, name);
    return list ? [[name, list.map((action) => (action === arn ? WAKE_POLICY_ARN : action))]] : [];
  });
  return { ...alarm, input: { ...alarm.input, ...Object.fromEntries(named) } };
}

const input = (call: AwsCall, name: string) => call.input[name] as unknown[] | undefined;

/** The calls that take a specification's things away again, in order; what lies in S3 stays. */
export function removalOf(calls: readonly AwsCall[]): AwsCall[] {
  const of = (operation: string) => calls.filter((call) => call.operation === operation).map(({ input }) => input);
  const call = (service: AwsCall["service"], operation: string, input: Record<string, unknown>): AwsCall => ({
    service,
    operation,
    input,
  });
  const alarms = of("PutMetricAlarm").map(({ AlarmName }) => AlarmName);
  return [
    ...(alarms.length > 0 ? [call("cloudwatch", "DeleteAlarms", { AlarmNames: alarms })] : []),
    ...of("RegisterScalableTarget").map(({ ServiceNamespace, ResourceId, ScalableDimension }) =>
      call("application-autoscaling", "DeregisterScalableTarget", { ServiceNamespace, ResourceId, ScalableDimension }),
    ),
    // SageMaker deletes no endpoint under its components.
    ...of("CreateInferenceComponent")
      .reverse()
      .map(({ InferenceComponentName }) => call("sagemaker", "DeleteInferenceComponent", { InferenceComponentName })),
    ...of("CreateEndpoint").map(({ EndpointName }) => call("sagemaker", "DeleteEndpoint", { EndpointName })),
    ...of("CreateEndpointConfig").map(({ EndpointConfigName }) =>
      call("sagemaker", "DeleteEndpointConfig", { EndpointConfigName }),
    ),
    ...of("CreateModel").map(({ ModelName }) => call("sagemaker", "DeleteModel", { ModelName })),
  ];
}
