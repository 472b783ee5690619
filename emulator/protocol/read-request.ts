import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DEFAULT_REGION } from "../context.ts";
import type { AwsRequest, CredentialScope } from "./aws-request.ts";

/** What every protocol starts from. The request id goes into the answer at once, so that failures carry it too. */
export function readRequest(req: IncomingMessage, res: ServerResponse): AwsRequest {
  const url = req.url ?? "/";
  const mark = url.indexOf("?");
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
  const scope = credentialScope(req, query);
  const id = randomUUID();
  res.setHeader("x-amzn-RequestId", id);
  return { id, method: req.method ?? "GET", rawPath, query, scope, region: scope?.region ?? DEFAULT_REGION, req, res };
}

/** `Credential=AKID/20261122/us-east-1/sagemaker/aws4_request` from the header, or from a presigned address. */
function credentialScope(req: IncomingMessage, query: URLSearchParams): CredentialScope | null {
  const header = /Credential=([^,\s]+)/.exec(req.headers.authorization ?? "");
  const credential = header?.[1] ?? query.get("X-Amz-Credential");
  const [accessKeyId, , region, service] = credential?.split("/") ?? [];
  return accessKeyId && region && service ? { accessKeyId, region, service } : null;
}
