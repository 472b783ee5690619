/** Where a snippet sends its request. `endpointUrl` is set for the emulator and private endpoints. */
export type SnippetTarget = { endpointName: string; region: string; endpointUrl: string | null };

export type Snippet = { id: string; label: string; code: string };

/** One request as code in the ways that people call an endpoint; `body` is the JSON text that is sent. */
export function invocationSnippets(target: SnippetTarget, body: string): Snippet[] {
  return [
    { id: "python-sdk", label: "Python SDK", code: pythonSdk(target, body) },
    { id: "boto3", label: "boto3", code: boto3(target, body) },
    { id: "cli", label: "AWS CLI", code: awsCli(target, body) },
    { id: "curl", label: "curl", code: curl(target, body) },
    { id: "javascript", label: "JavaScript", code: javascript(target, body) },
  ];
}

function pythonSdk({ endpointName, region, endpointUrl }: SnippetTarget, body: string): string {
  const runtime = endpointUrl
    ? `,\n    sagemaker_runtime_client=boto3.client(
        "sagemaker-runtime", region_name=${py(region)}, endpoint_url=${py(endpointUrl)}
    )`
    : "";
  return `import boto3
import sagemaker
from sagemaker.huggingface import HuggingFacePredictor

session = sagemaker.Session(
    boto_session=boto3.Session(region_name=${py(region)})${runtime}
)
predictor = HuggingFacePredictor(${py(endpointName)}, sagemaker_session=session)
print(predictor.predict(${pythonValue(body)}))
`;
}

function boto3({ endpointName, region, endpointUrl }: SnippetTarget, body: string): string {
  const url = endpointUrl ? `, endpoint_url=${py(endpointUrl)}` : "";
  return `import json

import boto3

client = boto3.client("sagemaker-runtime", region_name=${py(region)}${url})
response = client.invoke_endpoint(
    EndpointName=${py(endpointName)},
    ContentType="application/json",
    Body=json.dumps(${pythonValue(body)}),
)
print(json.loads(response["Body"].read()))
`;
}

function awsCli({ endpointName, region, endpointUrl }: SnippetTarget, body: string): string {
  const url = endpointUrl ? ` \\\n  --endpoint-url ${shell(endpointUrl)}` : "";
  return `aws sagemaker-runtime invoke-endpoint \\
  --endpoint-name ${shell(endpointName)} \\
  --region ${region}${url} \\
  --content-type application/json \\
  --cli-binary-format raw-in-base64-out \\
  --body ${shell(body)} \\
  answer.json && cat answer.json
`;
}

function curl({ endpointName, region, endpointUrl }: SnippetTarget, body: string): string {
  const base = endpointUrl?.replace(/\/$/, "") ?? `https://runtime.sagemaker.${region}.amazonaws.com`;
  return `curl ${shell(`${base}/endpoints/${endpointName}/invocations`)} \\
  --aws-sigv4 "aws:amz:${region}:sagemaker" \\
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\
  -H "x-amz-security-token: $AWS_SESSION_TOKEN" \\
  -H "content-type: application/json" \\
  -d ${shell(body)}
`;
}

function javascript({ endpointName, region, endpointUrl }: SnippetTarget, body: string): string {
  const options = endpointUrl
    ? `{ region: ${JSON.stringify(region)}, endpoint: ${JSON.stringify(endpointUrl)} }`
    : `{ region: ${JSON.stringify(region)} }`;
  return `import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";

const client = new SageMakerRuntimeClient(${options});
const { Body } = await client.send(
  new InvokeEndpointCommand({
    EndpointName: ${JSON.stringify(endpointName)},
    ContentType: "application/json",
    Body: JSON.stringify(${body}),
  }),
);
console.log(JSON.parse(new TextDecoder().decode(Body)));
`;
}

/** A JSON text as a Python literal: the same but for three words. */
export function pythonValue(json: string): string {
  return toPython(JSON.parse(json));
}

function toPython(value: unknown): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) return `[${value.map(toPython).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, item]) => `${py(key)}: ${toPython(item)}`)
      .join(", ")}}`;
  }
  return typeof value === "string" ? py(value) : String(value);
}

/** JSON's string escapes are all Python's too, except that Python has no surrogate pairs; JSON.stringify makes none. */
function py(text: string): string {
  return JSON.stringify(text);
}

/** In single quotes nothing is special to a shell but the quote itself. */
function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
