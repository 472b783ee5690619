import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import type { RecipeCall } from "@/lib/recipes/view";
import { secretVariable } from "../secrets";
import { shellJson, shellWord } from "../shell-json";
import { makingOf, removingOf } from "./calls-of";
import { componentsToAwait, emptiedEndpoint } from "./components";
import { cleanUpComment, methodName } from "./python-requests";
import { isAsynchronous, scriptFolder } from "./python-source";
import type { ProgramExport } from "./view";

/** The calls with the AWS CLI, from their requests, for a POSIX shell. */
export function cliProgram(wanted: ProgramExport): string {
  const { region } = wanted;
  const calls = makingOf(wanted);
  const components = componentsToAwait(calls);
  const making = calls.map((call) =>
    [
      command(call, region),
      ...waiting(call, region),
      ...(components.get(call) ?? []).map((name) => componentWait(name, region)),
    ].join("\n"),
  );
  const removals = removingOf(wanted);
  const emptied = emptiedEndpoint(removals);
  const removing = removals.flatMap((call) => [
    ...(emptied && call.operation === "DeleteEndpoint" ? [emptyWait(emptied, region)] : []),
    command(call, region),
  ]);
  const cleanUp = removing.length > 0 ? [`${cleanUpComment(removals)}\nclean_up() {\n${removing.join("\n")}\n}`] : [];
  return `${[...source(wanted), ...making, ...invocation(wanted), ...cleanUp].join("\n\n")}\n`;
}

function command({ service, operation, input }: RecipeCall, region: string): string {
  const json = withJsonSecrets(shellJson(input)).replaceAll(`"${WAKE_POLICY_ARN}"`, `"'"$POLICY_ARN"'"`);
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
  UpdateEndpointWeightsAndCapacities: ["endpoint-in-service", "--endpoint-name", "EndpointName"],
  CreateTransformJob: ["transform-job-completed-or-stopped", "--transform-job-name", "TransformJobName"],
};

function waiting({ operation, input }: RecipeCall, region: string): string[] {
  const [name, option, member] = WAITS[operation] ?? [];
  const value = Object.entries(input).find(([key]) => key === member)?.[1];
  return name ? [`aws sagemaker wait ${name} --region ${region} ${option} ${value}`] : [];
}

/** The CLI has no waiter for inference components. */
function componentWait(name: string, region: string): string {
  const status = `aws sagemaker describe-inference-component --region ${region} --inference-component-name ${name} \\
  --query InferenceComponentStatus --output text`;
  return `while [ "$(${status})" = Creating ]; do sleep 15; done`;
}

function emptyWait(endpoint: string, region: string): string {
  const names = `aws sagemaker list-inference-components --region ${region} --endpoint-name-equals ${endpoint} \\
  --query 'InferenceComponents[].InferenceComponentName' --output text`;
  return `while [ -n "$(${names})" ]; do sleep 15; done`;
}

/** A masked hyperparameter is JSON in JSON: its quotes stay, the shell puts the secret between them. */
function withJsonSecrets(word: string): string {
  return word.replaceAll(/"((?:[^"\\]|\\.)+)": "\\"(?:(?:\\\\u2022)+|\u2022+)\\""/g, (_, name: string) => {
    return `"${name}": "\\"'"$${secretVariable(name)}"'\\""`;
  });
}

/** Packs the script folder and puts it where the request says. */
function source({ script, requests, bucket }: ProgramExport): string[] {
  if (!script || script.kind === "s3" || !requests.training) return [];
  const clone =
    script.kind === "git" ? [`git clone --depth 1 --branch ${script.branch} ${script.repository} transformers`] : [];
  const address = `s3://${bucket}/${requests.training.TrainingJobName}/source/sourcedir.tar.gz`;
  const pack = `tar -czf sourcedir.tar.gz -C ${scriptFolder(script)} .`;
  return [[...clone, pack, `aws s3 cp sourcedir.tar.gz ${address}`].join("\n")];
}

function invocation(wanted: ProgramExport): string[] {
  const { sample, requests, region, bucket } = wanted;
  if (!requests.endpoint || !sample) return [];
  const body = shellWord(JSON.stringify(sample.body));
  const name = `--endpoint-name ${requests.endpoint.endpoint.EndpointName}`;
  if (isAsynchronous(wanted)) {
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
