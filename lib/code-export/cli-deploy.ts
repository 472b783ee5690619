import type { DeployRequests } from "@/lib/deploy/view";

import { shellJson } from "./shell-json";

/** The deploy's calls with the AWS CLI, from masked requests, for a POSIX shell. */
export function cliDeploy({ model, endpointConfig, endpoint, scaling }: DeployRequests, region: string): string {
  const call = (command: string, request: object, service = "sagemaker") =>
    `aws ${service} ${command} \\\n  --region ${region} \\\n  --cli-input-json ${shellJson(request)}\n`;
  return [
    call("create-model", model),
    call("create-endpoint-config", endpointConfig),
    call("create-endpoint", endpoint),
    // Kept in order: nothing can be scaled before it is in service.
    `aws sagemaker wait endpoint-in-service \\\n  --region ${region} \\\n  --endpoint-name ${endpoint.EndpointName}\n`,
    ...(scaling
      ? [
          call("register-scalable-target", scaling.target, "application-autoscaling"),
          call("put-scaling-policy", scaling.policy, "application-autoscaling"),
        ]
      : []),
  ].join("\n");
}
