import type { DeployRequests } from "@/lib/deploy/view";

import { shellJson } from "./shell-json";

/** The deploy's three calls with the AWS CLI, from masked requests, for a POSIX shell. */
export function cliDeploy({ model, endpointConfig, endpoint }: DeployRequests, region: string): string {
  const call = (command: string, request: object) =>
    `aws sagemaker ${command} \\\n  --region ${region} \\\n  --cli-input-json ${shellJson(request)}\n`;
  return [
    call("create-model", model),
    call("create-endpoint-config", endpointConfig),
    call("create-endpoint", endpoint),
    `aws sagemaker wait endpoint-in-service \\\n  --region ${region} \\\n  --endpoint-name ${endpoint.EndpointName}\n`,
  ].join("\n");
}
