import type { DeployRequests } from "@/lib/deploy/view";
import { MASK } from "@/lib/secrets/mask";

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

/** JSON as one shell word. A masked value becomes a variable of the shell: `'… "HF_TOKEN": "'"$HF_TOKEN"'" …'`. */
function shellJson(request: object): string {
  const json = JSON.stringify(request, null, 2).replaceAll("'", `'\\''`);
  return `'${json.replaceAll(new RegExp(`"(\\w+)": "${MASK}"`, "g"), (_, name: string) => `"${name}": "'"$${name}"'"`)}'`;
}
