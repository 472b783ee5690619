import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import { makingCalls, removingCalls } from "@/lib/recipes/calls";
import type { RecipeCall } from "@/lib/recipes/view";

import { shellJson, shellWord } from "../shell-json";
import { cleanUpComment, JSON_MASK, methodName } from "./python-requests";
import type { RecipeExport } from "./view";

/** A recipe's calls with the AWS CLI, from its requests, for a POSIX shell. */
export function cliRecipe(wanted: RecipeExport): string {
  const { requests, region } = wanted;
  const making = makingCalls(requests).map((call) => [command(call, region), ...waiting(call, region)].join("\n"));
  const removals = removingCalls(requests);
  const removing = removals.map((call) => command(call, region));
  const cleanUp = removing.length > 0 ? [`${cleanUpComment(removals)}\nclean_up() {\n${removing.join("\n")}\n}`] : [];
  return `${[...source(wanted), ...making, ...invocation(wanted), ...cleanUp].join("\n\n")}\n`;
}

function command({ service, operation, input }: RecipeCall, region: string): string {
  const json = shellJson(input)
    .replaceAll(`"${WAKE_POLICY_ARN}"`, `"'"$POLICY_ARN"'"`)
    .replaceAll(JSON.stringify(JSON_MASK), `"\\"'"$HF_TOKEN"'\\""`);
  const call = `aws ${service} ${kebab(operation)} \\\n  --region ${region} \\\n  --cli-input-json ${json}`;
  const isWake = "PolicyType" in input && input.PolicyType === "StepScaling";
  return isWake ? `POLICY_ARN=$(${call} \\\n  --query PolicyARN --output text)` : call;
}

function kebab(operation: string): string {
  return methodName(operation).replaceAll("_", "-");
}

const WAITS: Record<string, [name: string, option: string, member: string]> = {
  CreateTrainingJob: ["training-job-completed-or-stopped", "--training-job-name", "TrainingJobName"],
  CreateEndpoint: ["endpoint-in-service", "--endpoint-name", "EndpointName"],
  CreateTransformJob: ["transform-job-completed-or-stopped", "--transform-job-name", "TransformJobName"],
};

function waiting({ operation, input }: RecipeCall, region: string): string[] {
  const [name, option, member] = WAITS[operation] ?? [];
  const value = Object.entries(input).find(([key]) => key === member)?.[1];
  return name ? [`aws sagemaker wait ${name} --region ${region} ${option} ${value}`] : [];
}

/** Packs the script folder and puts it where the request says. */
function source({ recipe, requests, bucket }: RecipeExport): string[] {
  if (!recipe.training || !requests.training) return [];
  const { source: from } = recipe.training;
  const folder = from.kind === "git" ? `transformers/${from.folder.replace(/^\.\//, "")}` : from.folder;
  const clone =
    from.kind === "git" ? [`git clone --depth 1 --branch ${from.branch} ${from.repository} transformers`] : [];
  const address = `s3://${bucket}/${requests.training.TrainingJobName}/source/sourcedir.tar.gz`;
  return [[...clone, `tar -czf sourcedir.tar.gz -C ${folder} .`, `aws s3 cp sourcedir.tar.gz ${address}`].join("\n")];
}

function invocation({ recipe, requests, region, bucket }: RecipeExport): string[] {
  const sample = recipe.samples[0];
  if (!requests.endpoint || !sample) return [];
  const body = shellWord(JSON.stringify(sample.body));
  const name = `--endpoint-name ${requests.endpoint.endpoint.EndpointName}`;
  if (recipe.asynchronous) {
    const input = `s3://${bucket}/async_inference/input/1.json`;
    return [
      `printf '%s' ${body} | aws s3 cp - ${input} --content-type application/json
aws sagemaker-runtime invoke-endpoint-async \\
  --region ${region} \\
  ${name} \\
  --input-location ${input} \\
  --accept application/json`,
    ];
  }
  return [
    `aws sagemaker-runtime invoke-endpoint \\
  --region ${region} \\
  ${name} \\
  --content-type application/json \\
  --accept application/json \\
  --cli-binary-format raw-in-base64-out \\
  --body ${body} \\
  answer.json`,
  ];
}
