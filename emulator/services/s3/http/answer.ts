import type { ServerResponse } from "node:http";
import type { AwsRequest } from "../../../protocol/aws-request.ts";
import type { Fault } from "../../../protocol/fault.ts";
import type { S3Call } from "./s3-call.ts";
import { element, errorDocument } from "./xml.ts";

/** Headers by name; null leaves one out. */
export type AnswerHeaders = Record<string, string | number | null>;

/** Sends an XML document. */
export function sendXml({ request }: S3Call, xml: string, headers: AnswerHeaders = {}): void {
  const body = Buffer.from(xml);
  writeHead(request.res, 200, { "content-type": "application/xml", "content-length": body.length, ...headers });
  request.res.end(body);
}

/** Sends a status without a body. */
export function sendEmpty({ request }: S3Call, status: number, headers: AnswerHeaders = {}): void {
  writeHead(request.res, status, status === 204 || status === 304 ? headers : { "content-length": 0, ...headers });
  request.res.end();
}

export function writeHead(res: ServerResponse, status: number, headers: AnswerHeaders): void {
  for (const [name, value] of Object.entries(headers)) if (value !== null) res.setHeader(name, value);
  res.writeHead(status);
}

/** Headers that each answer carries, errors included. */
export function setCommonHeaders(res: ServerResponse, requestId: string): void {
  res.setHeader("x-amz-request-id", requestId);
  res.setHeader("x-amz-id-2", hostId(requestId));
  res.setHeader("server", "AmazonS3");
}

/** Answers with S3's error document; HEAD answers carry the status only. */
export function sendFault(request: AwsRequest, fault: Fault): void {
  const { res, id, rawPath, method } = request;
  setCommonHeaders(res, id);
  // S3's name for what other services call InternalFailure; SDKs retry by it.
  const code = fault.type === "InternalFailure" ? "InternalError" : fault.type;
  const members = { Code: code, Message: fault.message, ...fault.members, Resource: rawPath, RequestId: id };
  const body = Buffer.from(
    errorDocument([
      ...Object.entries(members).map(([name, value]) => element(name, String(value))),
      element("HostId", hostId(id)),
    ]),
  );
  const isHead = method === "HEAD";
  writeHead(res, fault.status, { "content-type": "application/xml", "content-length": isHead ? null : body.length });
  res.end(isHead ? undefined : body);
}

const hostId = (requestId: string): string => Buffer.from(requestId).toString("base64");
