import { ACCOUNT_ID } from "../../context.ts";
import type { AwsRequest } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import type { HttpService } from "../service.ts";
import { sendFault, setCommonHeaders } from "./http/answer.ts";
import { answerPreflight, setCorsHeaders } from "./http/cors.ts";
import { accessDenied, notImplemented } from "./http/faults.ts";
import { checkSignature } from "./http/presigned.ts";
import { header, readS3Call } from "./http/s3-call.ts";
import { s3OperationName } from "./operation-name.ts";
import { S3_OPERATIONS } from "./operation-table.ts";
import type { ObjectStore } from "./storage/object-store.ts";

/** Amazon S3. It takes every request that no other service wants. */
export function s3Service(store: ObjectStore): HttpService {
  async function handle(request: AwsRequest): Promise<void> {
    setCommonHeaders(request.res, request.id);
    if (request.method === "OPTIONS") return answerPreflight(request);
    setCorsHeaders(request);
    checkSignature(request, store.clock.now());
    const call = readS3Call(request, store);
    const owner = header(call, "x-amz-expected-bucket-owner");
    if (owner !== null && owner !== ACCOUNT_ID) throw accessDenied("Access Denied");
    const name = operationName(request);
    const operation = S3_OPERATIONS[name];
    if (!operation) throw notImplemented(name);
    try {
      await operation(call);
    } catch (cause) {
      throw asDiskFault(cause);
    }
  }

  function operationName(request: AwsRequest): string {
    const { bucket, key } = readS3Call(request, store);
    const { method, query } = request;
    const isCopy = request.req.headers["x-amz-copy-source"] !== undefined;
    return s3OperationName({ method, query, hasBucket: bucket !== "", hasKey: key !== "", isCopy });
  }

  return { protocol: "http", id: "s3", accepts: () => true, operationName, handle, sendFault };
}

/** A full disk is the one failure that its user can mend. */
function asDiskFault(cause: unknown): unknown {
  const isFull = cause instanceof Error && (cause as NodeJS.ErrnoException).code === "ENOSPC";
  return isFull ? new Fault("InternalError", "The emulator's disk is full.", 500) : cause;
}
