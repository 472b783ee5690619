import "server-only";
import { InvokeEndpointAsyncCommand } from "@aws-sdk/client-sagemaker-runtime";

import { type AwsTarget, runtimeClient } from "../client";
import { runtimeError } from "./runtime-error";

export type AsyncInvocation = {
  inferenceId: string;
  /** Null: the input lies in S3 and carries its own. */
  contentType: string | null;
  accept: string;
  input: { uri: string } | { body: Uint8Array };
  ttlSeconds: number | null;
  timeoutSeconds: number | null;
};

export type AcceptedInvocation = { outputUri: string; failureUri: string | null };

/** Puts a request into an asynchronous endpoint's queue. */
export async function invokeEndpointAsync(
  target: AwsTarget,
  endpoint: string,
  call: AsyncInvocation,
): Promise<AcceptedInvocation> {
  try {
    const out = await runtimeClient(target).send(
      new InvokeEndpointAsyncCommand({
        EndpointName: endpoint,
        InferenceId: call.inferenceId,
        ContentType: call.contentType ?? undefined,
        Accept: call.accept,
        RequestTTLSeconds: call.ttlSeconds ?? undefined,
        InvocationTimeoutSeconds: call.timeoutSeconds ?? undefined,
        ...("uri" in call.input ? { InputLocation: call.input.uri } : { Body: call.input.body }),
      }),
    );
    return { outputUri: out.OutputLocation ?? "", failureUri: out.FailureLocation ?? null };
  } catch (cause) {
    throw runtimeError(endpoint, cause, new AbortController().signal);
  }
}
