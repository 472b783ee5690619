import type { TransformRequests } from "@/lib/transform/planned-request";

import { pythonEnvironment, pythonImports } from "./masked-environment";
import { pythonArguments, toPython } from "./python-literal";
import { shellJson } from "./shell-json";

/** A transform job's calls with boto3, from masked requests. */
export function boto3Transform({ model, job }: TransformRequests, region: string): string {
  const environment = { ...model?.PrimaryContainer.Environment, ...job.Environment };
  const call = (name: string, request: object, more = {}) =>
    `sagemaker.${name}(\n${pythonArguments({ ...(toPython({ ...request }) as object), ...more })}\n)\n`;
  const container = model && {
    ...(toPython({ ...model.PrimaryContainer }) as object),
    Environment: pythonEnvironment(model.PrimaryContainer.Environment),
  };
  const own = job.Environment ? { Environment: pythonEnvironment(job.Environment) } : {};
  return `${pythonImports(environment)}import boto3

sagemaker = boto3.client("sagemaker", region_name=${JSON.stringify(region)})

${model ? `${call("create_model", model, { PrimaryContainer: container })}\n` : ""}${call("create_transform_job", job, own)}
sagemaker.get_waiter("transform_job_completed_or_stopped").wait(TransformJobName=${JSON.stringify(job.TransformJobName)})
`;
}

/** The same with the AWS CLI, for a POSIX shell. */
export function cliTransform({ model, job }: TransformRequests, region: string): string {
  const call = (command: string, request: object) =>
    `aws sagemaker ${command} \\\n  --region ${region} \\\n  --cli-input-json ${shellJson(request)}\n`;
  return [
    ...(model ? [call("create-model", model)] : []),
    call("create-transform-job", job),
    `aws sagemaker wait transform-job-completed-or-stopped \\\n  --region ${region} \\\n  --transform-job-name ${job.TransformJobName}\n`,
  ].join("\n");
}
