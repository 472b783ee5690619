import type { RecipeCall } from "@/lib/recipes/view";

import { pythonLiteral, toPython } from "../python-literal";
import { makingOf, removingOf } from "./calls-of";
import { componentImports, componentWait, componentWaiter, removalLines } from "./python-components";
import { cleanUpCode, pythonCall, scalingCode, secretImports } from "./python-requests";
import {
  ASYNCHRONOUS_KEY,
  asynchronousInput,
  isAsynchronous,
  needsS3,
  packingCode,
  packingImports,
} from "./python-source";
import type { ProgramExport } from "./view";

/** The calls with boto3, from their requests. */
export function boto3Program(wanted: ProgramExport): string {
  const calls = makingOf(wanted);
  const ofSageMaker = calls.filter(({ service }) => service === "sagemaker");
  const others = calls.filter(({ service }) => service !== "sagemaker");
  const uses = (service: string) => others.some((call) => call.service === service);
  const client = (name: string, service: string) =>
    `${name} = boto3.client("${service}", region_name=${JSON.stringify(wanted.region)})`;
  const parts = [
    imports(wanted, [...secretImports(calls), ...componentImports(calls)]),
    [
      client("sagemaker", "sagemaker"),
      ...(needsS3(wanted) ? [client("s3", "s3")] : []),
      ...(wanted.requests.endpoint && wanted.sample ? [client("runtime", "sagemaker-runtime")] : []),
      ...(uses("application-autoscaling") ? [client("autoscaling", "application-autoscaling")] : []),
      ...(uses("cloudwatch") ? [client("cloudwatch", "cloudwatch")] : []),
    ].join("\n"),
    componentWaiter(calls),
    packingCode(wanted),
    ...ofSageMaker.map((call) =>
      [pythonCall("sagemaker", call), ...waiter(call), ...componentWait(calls, call)].join("\n"),
    ),
    invocation(wanted),
    scalingCode(others),
  ];
  const removing = removingOf(wanted);
  return `${parts.filter(Boolean).join("\n\n")}\n${cleanUpCode(removing, removalLines(removing))}`;
}

function imports(wanted: ProgramExport, more: string[]): string {
  const forSample = wanted.requests.endpoint && wanted.sample ? ["import json"] : [];
  const own = new Set([...forSample, ...more, ...packingImports(wanted)]);
  return [...own, "", "import boto3"].join("\n").trim();
}

const WAITERS: Record<string, [name: string, member: string]> = {
  CreateTrainingJob: ["training_job_completed_or_stopped", "TrainingJobName"],
  CreateEndpoint: ["endpoint_in_service", "EndpointName"],
  UpdateEndpointWeightsAndCapacities: ["endpoint_in_service", "EndpointName"],
  CreateTransformJob: ["transform_job_completed_or_stopped", "TransformJobName"],
};

function waiter({ operation, input }: RecipeCall): string[] {
  const [name, member] = WAITERS[operation] ?? [];
  if (!name || !member) return [];
  const value = Object.entries(input).find(([key]) => key === member)?.[1];
  return [`sagemaker.get_waiter("${name}").wait(${member}=${JSON.stringify(value)})`];
}

function invocation(wanted: ProgramExport): string {
  const { sample, requests, bucket } = wanted;
  const name = JSON.stringify(requests.endpoint?.endpoint.EndpointName);
  if (!requests.endpoint || !sample) return "";
  const payload = `payload = ${pythonLiteral(toPython(sample.body))}\n`;
  if (isAsynchronous(wanted)) {
    return `${payload}${asynchronousInput(bucket)}
answer = runtime.invoke_endpoint_async(
    EndpointName=${name},
    InputLocation="s3://${bucket}/${ASYNCHRONOUS_KEY}",
    Accept="application/json",
)
print(answer["OutputLocation"])`;
  }
  return `${payload}answer = runtime.invoke_endpoint(
    EndpointName=${name},
    ContentType="application/json",
    Accept="application/json",
    Body=json.dumps(payload),
)
print(json.load(answer["Body"]))`;
}
