import type { DeployRequests } from "@/lib/deploy/view";

import { pythonEnvironment, pythonImports } from "./masked-environment";
import { pythonArguments, toPython } from "./python-literal";

import { scalingCode } from "./python-sdk-mode";

/** The deploy's calls with boto3, from masked requests. */
export function boto3Deploy(requests: DeployRequests, region: string): string {
  const { model, endpointConfig, endpoint, scaling } = requests;
  const { Environment } = model.PrimaryContainer;
  const container = {
    ...(toPython({ ...model.PrimaryContainer }) as object),
    Environment: pythonEnvironment(Environment),
  };
  const call = (name: string, request: object, more = {}) =>
    `sagemaker.${name}(\n${pythonArguments({ ...(toPython({ ...request }) as object), ...more })}\n)\n`;

  return `${pythonImports(Environment)}import boto3

sagemaker = boto3.client("sagemaker", region_name=${JSON.stringify(region)})

${call("create_model", model, { PrimaryContainer: container })}
${call("create_endpoint_config", endpointConfig)}
${call("create_endpoint", endpoint)}
sagemaker.get_waiter("endpoint_in_service").wait(EndpointName=${JSON.stringify(endpoint.EndpointName)})
${scaling ? scalingCode(scaling, region) : ""}`;
}
