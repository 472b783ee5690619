import { pretty } from "../pretty-json";
import { invokeOptions, type SnippetRequest, type SnippetTarget, shellQuoted } from "./snippet";

const CLI_NAMES: Record<string, string> = {
  ContentType: "content-type",
  Accept: "accept",
  TargetVariant: "target-variant",
  InferenceComponentName: "inference-component-name",
  InferenceId: "inference-id",
  CustomAttributes: "custom-attributes",
};

/** The header names of the runtime's REST API. */
const HEADERS: Record<string, string> = {
  ContentType: "content-type",
  Accept: "accept",
  TargetVariant: "x-amzn-sagemaker-target-variant",
  InferenceComponentName: "x-amzn-sagemaker-inference-component",
  InferenceId: "x-amzn-sagemaker-inference-id",
  CustomAttributes: "x-amzn-sagemaker-custom-attributes",
};

/** With the AWS CLI. `fileb://` is read as it is by version 1 and 2, which take a body on the line differently. */
export function awsCli(target: SnippetTarget, request: SnippetRequest): string {
  const { endpointName, region, endpointUrl } = target;
  const lines = [
    "aws sagemaker-runtime invoke-endpoint",
    `--endpoint-name ${shellQuoted(endpointName)}`,
    `--region ${shellQuoted(region)}`,
    ...(endpointUrl ? [`--endpoint-url ${shellQuoted(endpointUrl)}`] : []),
    ...invokeOptions(request).map(([name, value]) => `--${CLI_NAMES[name]} ${shellQuoted(value)}`),
    `--body ${"json" in request.body ? "fileb:///dev/stdin" : shellQuoted(`fileb://${request.body.file}`)}`,
    "answer.json",
  ];
  const note = request.isStreamed ? "# The AWS CLI cannot stream: it waits for the whole answer.\n" : "";
  return `${note}${lines.join(" \\\n  ")}${fromInput(request, " && cat answer.json")}`;
}

/** With curl 7.75 or newer, which signs by itself. */
export function curl(target: SnippetTarget, request: SnippetRequest): string {
  const base = target.endpointUrl?.replace(/\/$/, "") ?? `https://runtime.sagemaker.${target.region}.amazonaws.com`;
  const url = `${base}/endpoints/${encodeURIComponent(target.endpointName)}/invocations`;
  const lines = [
    `curl ${shellQuoted(url)}`,
    `--aws-sigv4 ${shellQuoted(`aws:amz:${target.region}:sagemaker`)}`,
    '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's. Nothing at all without a token: an empty header would be signed.
    '-H "${AWS_SESSION_TOKEN:+x-amz-security-token: $AWS_SESSION_TOKEN}"',
    ...invokeOptions(request).map(([name, value]) => `-H ${shellQuoted(`${HEADERS[name]}: ${value}`)}`),
    `--data-binary ${"json" in request.body ? "@-" : shellQuoted(`@${request.body.file}`)}`,
  ];
  const note = request.isStreamed ? "# curl does not read AWS's event streams: it waits for the whole answer.\n" : "";
  return `${note}${lines.join(" \\\n  ")}${fromInput(request, "")}`;
}

/** A quoted here-document: the shell changes nothing in it, whatever quotes and dollars it holds. */
function fromInput({ body }: SnippetRequest, after: string): string {
  return "json" in body ? ` <<'JSON'${after}\n${pretty(body.json)}\nJSON\n` : `${after}\n`;
}
