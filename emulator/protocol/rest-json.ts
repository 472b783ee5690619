import type { AwsRequest } from "./aws-request.ts";
import type { Fault } from "./fault.ts";

/** An error of a REST service with JSON bodies (SageMaker Runtime): the type in a header and in the body. */
export function sendRestJsonFault(request: AwsRequest, fault: Fault): void {
  const text = JSON.stringify({ __type: fault.type, Message: fault.message, ...fault.members });
  request.res.writeHead(fault.status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "x-amzn-ErrorType": fault.type,
  });
  request.res.end(text);
}
