import type { InferenceHost, ServingTarget } from "../container/inference-host.ts";
import { FileError } from "./transform-error.ts";
import type { TransformSettings } from "./transform-job.ts";

/**
 * Asks a job's container, again when it fails or is silent: up to InvocationsMaxRetries times more. A refusal (4xx) is
 * final: the same record would be refused again. Throws a FileError with what the data log says of it.
 */
export async function askContainer(
  inference: InferenceHost,
  target: ServingTarget,
  body: Buffer,
  settings: TransformSettings,
  signal: AbortSignal,
): Promise<Buffer> {
  const { contentType, accept, timeoutMs, maxRetries } = settings;
  const request = { contentType, accept, body, customAttributes: null };
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    const answer = await inference.invoke(target, request, { timeoutMs, signal });
    signal.throwIfAborted();
    const { status } = answer;
    if (status >= 200 && status < 300) return answer.body;
    if (status >= 400 && status < 500) throw refusal("ClientError", `ClientError: ${status}`, answer.body);
    if (attempt < maxRetries) continue;
    if (status === 0) throw new FileError("AlgorithmError", ["Unable to get response from algorithm"]);
    throw refusal("AlgorithmError", `Bad HTTP status received from algorithm: ${status}`, answer.body);
  }
}

function refusal(blame: "ClientError" | "AlgorithmError", first: string, body: Buffer): FileError {
  return new FileError(blame, [first, "", "Message:", ...body.toString().split("\n")]);
}
