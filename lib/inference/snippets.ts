import { boto3 } from "./snippets/boto3";
import { javascript } from "./snippets/javascript";
import { sagemakerSdk } from "./snippets/sagemaker-sdk";
import { awsCli, curl } from "./snippets/shell";
import type { Snippet, SnippetRequest, SnippetTarget } from "./snippets/snippet";

export type { SnippetTarget } from "./snippets/snippet";

const JSON_TYPE = "application/json";

/** A JSON body as it is sent when nothing else is said. */
export function jsonSnippet(json: string): SnippetRequest {
  return { contentType: JSON_TYPE, accept: JSON_TYPE, body: { json } };
}

/** A file as it is sent: by a name that tells its kind. */
export function fileSnippet(contentType: string): SnippetRequest {
  const ending = /\/(?:x-)?([a-z0-9]+)/.exec(contentType)?.[1] ?? "bin";
  return { contentType, accept: JSON_TYPE, body: { file: `input.${ending}` } };
}

/** One request as code in the ways that people call an endpoint. */
export function invocationSnippets(target: SnippetTarget, request: SnippetRequest): Snippet[] {
  return [
    { id: "python-sdk", label: "Python SDK", code: sagemakerSdk(target, request) },
    { id: "boto3", label: "boto3", code: boto3(target, request) },
    { id: "cli", label: "AWS CLI", code: awsCli(target, request) },
    { id: "curl", label: "curl", code: curl(target, request) },
    { id: "javascript", label: "JavaScript", code: javascript(target, request) },
  ];
}
