import type { DeployRequests } from "@/lib/deploy/view";
import { removalOf } from "@/lib/specification/in-order";
import type { AwsCall } from "@/lib/specification/view";

import type { ProgramExport } from "./view";

/** An endpoint that is there, or is about to be, as the exports take it. Its calls are masked already. */
export function endpointExport(calls: readonly AwsCall[], region: string): ProgramExport {
  const requests = { training: null, model: null, endpoint: null, transform: null, scaling: null };
  return {
    requests,
    calls: { making: calls, removing: removalOf(calls) },
    region,
    bucket: "",
    script: null,
    sample: null,
  };
}

/** The calls of a deploy, in order. */
export function deployCalls({ model, endpointConfig, endpoint, scaling, alarms = [] }: DeployRequests): AwsCall[] {
  const call = (service: AwsCall["service"], operation: string, input: object): AwsCall => ({
    service,
    operation,
    input: { ...input },
  });
  return [
    call("sagemaker", "CreateModel", model),
    call("sagemaker", "CreateEndpointConfig", endpointConfig),
    call("sagemaker", "CreateEndpoint", endpoint),
    ...(scaling
      ? [
          call("application-autoscaling", "RegisterScalableTarget", scaling.target),
          call("application-autoscaling", "PutScalingPolicy", scaling.policy),
        ]
      : []),
    ...alarms.map((alarm) => call("cloudwatch", "PutMetricAlarm", alarm)),
  ];
}
