import { pythonLiteral } from "./json-literal";
import { answersJson, invokeOptions, type SnippetRequest, type SnippetTarget } from "./snippet";

/** With the AWS SDK for Python. */
export function boto3(target: SnippetTarget, request: SnippetRequest): string {
  const { isStreamed = false } = request;
  const isJson = "json" in request.body || (answersJson(request) && !isStreamed);
  const call = isStreamed ? "invoke_endpoint_with_response_stream" : "invoke_endpoint";
  return `${isJson ? "import json\n\n" : ""}import boto3

${client(target)}${isStreamed ? "# Needs boto3 1.28.39 or newer.\n" : ""}response = client.${call}(
    EndpointName=${py(target.endpointName)},
${invokeOptions(request)
  .map(([name, value]) => `    ${name}=${py(value)},\n`)
  .join("")}    Body=${body(request.body)},
)
${answer(request)}`;
}

function client({ region, endpointUrl }: SnippetTarget): string {
  const url = endpointUrl ? `, endpoint_url=${py(endpointUrl)}` : "";
  return `client = boto3.client("sagemaker-runtime", region_name=${py(region)}${url})\n`;
}

function body(body: SnippetRequest["body"]): string {
  return "json" in body ? `json.dumps(${pythonLiteral(body.json, "    ")})` : `open(${py(body.file)}, "rb").read()`;
}

function answer(request: SnippetRequest): string {
  if (request.isStreamed) {
    return `# A character may be cut between two pieces: bytes are written, not text.
import sys

for event in response["Body"]:
    if "PayloadPart" in event:
        sys.stdout.buffer.write(event["PayloadPart"]["Bytes"])
        sys.stdout.flush()
`;
  }
  if (answersJson(request)) return `print(json.loads(response["Body"].read()))\n`;
  return `open("answer", "wb").write(response["Body"].read())\n`;
}

/** JSON's string escapes are all Python's too. */
export function py(text: string): string {
  return JSON.stringify(text);
}
